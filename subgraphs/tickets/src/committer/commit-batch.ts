import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from '@mov-ticket/service-kit'
import { NotNow, screeningChannel, type AnyEvent, type Doorbell, type OutboxRelay } from '@mov-ticket/shared-events'
import { decideBatch, type Batch } from '../screening/decide-batch.js'
import type { ScreeningStore } from '../store/screening-store.js'
import { screeningUpdate } from '../store/screening-update.js'
import { eventsOf, type BatchEvents } from './events-of-batch.js'
import type { Known, KnownScreenings } from './known-screenings.js'
import type { Waiting } from './waiting.js'

export interface CommitOptions {
  readonly store: ScreeningStore
  readonly known: KnownScreenings
  readonly relay: OutboxRelay
  readonly doorbell: Pick<Doorbell, 'ring'>
  readonly publish: (event: AnyEvent) => Promise<void>
  readonly now: () => Date
  readonly logger: Logger
}

/** Settles every one of `waiting`; never rejects. */
export async function commitBatch(options: CommitOptions, screeningId: string, waiting: readonly Waiting[]): Promise<void> {
  try {
    while (!(await attempt(options, screeningId, waiting))) {
      options.logger.debug({ screeningId }, 'another process was first: deciding again')
    }
  } catch (error) {
    options.known.forget(screeningId)
    if (error instanceof NotNow || waiting.length === 1) {
      for (const { reject } of waiting) reject(error)
      return
    }
    // One of them can't be decided: the others must not suffer for it.
    options.logger.error({ err: error, screeningId, commands: waiting.length }, 'could not decide a batch: one by one')
    for (const one of waiting) await commitBatch(options, screeningId, [one])
  }
}

/** Decides on the screening as it is known and writes. False: it was not what it is now, and all must be decided again. */
async function attempt(options: CommitOptions, screeningId: string, waiting: readonly Waiting[]): Promise<boolean> {
  const { store, known, now: clock } = options
  const scene = await stored(() => known.get(screeningId))
  const { screening, plan } = scene
  const now = clock()
  const batch = decideBatch({ screening, plan, now }, waiting.map(({ command }) => command))
  const outgoing = eventsOf(screeningId, batch, waiting, now)

  if (batch.screening === screening) {
    // Nothing to write, so that no write proves the decisions: where they rest on memory, a look has to.
    if (!scene.isFresh && !(await stored(() => store.isCurrent(screeningId, screening.version)))) {
      known.forget(screeningId)
      return false
    }
  } else if (!(await write(options, scene, batch, outgoing, now))) {
    known.forget(screeningId)
    await delay(Math.random() * 20)
    return false
  }
  conclude(options, batch, outgoing, waiting)
  return true
}

async function write(
  { store, known, relay, doorbell }: CommitOptions, { screening, plan, unheard }: Known, batch: Batch, { events }: BatchEvents, now: Date,
): Promise<boolean> {
  const { id } = screening.terms
  const after = batch.screening
  const confirmed = relay.confirmed(id)
  const update = screeningUpdate(screening, after, { events, confirmed, now })
  if (!(await stored(() => store.write(id, screening.version, update)))) return false
  relay.dropped(id, confirmed)
  const pending = [...unheard, ...events]
  // What the relay has no room for is handed over with the next write: no sweep finds a screening that is always busy.
  const isTaken = relay.publish(id, pending)
  known.remember({ screening: after, plan, unheard: isTaken ? [] : pending })
  doorbell.ring(screeningChannel(id), after.version)
  return true
}

/** Refusals and repeated answers leave now: what they rest on is written. A command is done when its answers are safe. */
function conclude({ publish }: CommitOptions, { results }: Batch, { answers }: BatchEvents, waiting: readonly Waiting[]): void {
  for (const [at, { resolve }] of waiting.entries()) {
    const outcome = results[at]?.outcome ?? { type: 'DONE' }
    const said = (answers[at] ?? []).map((answer) => publish(answer))
    resolve(
      Promise.all(said).then(
        () => outcome,
        (cause: unknown) => {
          throw new NotNow('An answer could not be published.', { cause })
        },
      ),
    )
  }
}

async function stored<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (cause) {
    throw new NotNow('The screening could not be read or written.', { cause })
  }
}
