import { withCorrelation } from '@mov-ticket/service-kit'
import type { Logger } from '@mov-ticket/service-kit'
import { createEvent } from '@mov-ticket/shared-events'
import type { AnyEvent } from '@mov-ticket/shared-events'
import type { Deadline } from './deadline.js'
import type { Deadlines } from './deadlines.js'

/** Deadlines that another instance set, and left behind when it died, are found within this time. */
const LOOK_AT_LEAST_EVERY_MS = 250
const TRY_AGAIN_MS = 500

export interface AnnouncerOptions {
  readonly deadlines: Deadlines
  readonly publish: (event: AnyEvent) => Promise<void>
  readonly now: () => Date
  readonly logger: Logger
}

/** Announces each deadline that has passed, at least once, on time. */
export interface Announcer {
  /** There is a deadline at this time, perhaps sooner than what it waits for. */
  expect(dueAt: number): void
  start(): void
  /** Lets go after what is being announced. */
  stop(): Promise<void>
}

export function createAnnouncer({ deadlines, publish, now, logger }: AnnouncerOptions): Announcer {
  let timer: NodeJS.Timeout | undefined
  let wakesAt = Infinity
  let looking: Promise<void> | undefined
  let missed = false
  let stopped = false

  function wakeAt(time: number): void {
    if (stopped || time >= wakesAt) return
    clearTimeout(timer)
    wakesAt = time
    timer = setTimeout(wake, Math.max(time - now().getTime(), 0))
  }

  function wake(): void {
    wakesAt = Infinity
    if (looking !== undefined) {
      missed = true
      return
    }
    looking = lookAndWait()
  }

  async function lookAndWait(): Promise<void> {
    const next = await look()
    looking = undefined
    wakeAt(missed ? 0 : next)
    missed = false
  }

  /** Announces what has passed; returns when to look again. Never rejects. */
  async function look(): Promise<number> {
    try {
      const passed = await deadlines.claimPassed(now().getTime())
      await Promise.all(passed.map(announce))
      const next = (await deadlines.next()) ?? Infinity
      return Math.min(next, now().getTime() + LOOK_AT_LEAST_EVERY_MS)
    } catch (err) {
      logger.warn({ err }, 'could not look for deadlines that have passed')
      return now().getTime() + TRY_AGAIN_MS
    }
  }

  async function announce(deadline: Deadline): Promise<void> {
    try {
      await publish(lockExpired(deadline, now()))
    } catch (err) {
      logger.warn({ err, orderId: deadline.orderId }, 'could not announce a deadline: trying again')
      await deadlines.postpone(deadline, now().getTime() + TRY_AGAIN_MS)
      return
    }
    // Confirmed: only now may it go. A crash before this announces it twice.
    await deadlines.remove(deadline)
  }

  return {
    expect: wakeAt,
    start: () => wakeAt(0),
    async stop() {
      stopped = true
      clearTimeout(timer)
      await looking
    },
  }
}

function lockExpired(deadline: Deadline, now: Date): AnyEvent {
  const { orderId, screeningId, sequence, correlationId, causationId } = deadline
  return withCorrelation({ correlationId, causationId, traceparent: null }, () =>
    createEvent('lock.expired', { orderId, screeningId, sequence }, { aggregateId: orderId, aggregateVersion: sequence, now }),
  )
}
