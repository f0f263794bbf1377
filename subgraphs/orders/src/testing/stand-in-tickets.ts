import { createEvent, screeningQueues, ticketId } from '@mov-ticket/shared-events'
import type { AnyEvent, Broker, EventOf, EventType, OrderAtTickets, PayloadOf, Refusal, ResponseOf } from '@mov-ticket/shared-events'

type Command = Extract<AnyEvent['type'], `order.${string}`>
type CommandEvent = { [T in Command]: EventOf<T> }[Command]

interface Hold {
  status: 'LOCKED' | 'RESERVED'
  screeningId: string
  buyerId: string
  labels: string[]
  lockedUntil: Date
  firstLockedAt: Date
  requestIds: string[]
}

export interface StandInTickets {
  /** Every command that arrived, in order, heeded or not. */
  readonly commands: CommandEvent[]
  readonly questions: string[]
  /** Returns false: the command is lost. Default: none is. */
  heeds: (command: CommandEvent) => boolean
  /** Called instead of publishing an announcement. Default: publishes it. */
  says: (event: AnyEvent) => Promise<void>
  /** The screening is known from now on, and told to nobody but who asks. */
  add(screeningId: string, change?: Partial<NonNullable<ResponseOf<'tickets.screening'>>>): void
  commandsOf(orderId: string): string[]
  holdOf(orderId: string): Hold | undefined
  /** As when the deadline passes. */
  expire(orderId: string): Promise<void>
  announce<T extends EventType>(type: T, payload: PayloadOf<T>): Promise<void>
  stateOf(orderId: string, screeningId: string): OrderAtTickets
}

export const SEATS = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9', 'A10', 'A11', 'A12']
export const ticket = (screeningId: string, label: string): string => ticketId(screeningId, label)

const refusal = (code: Refusal['code'], ticketIds: string[] = []): Refusal => ({ code, message: `Refused: ${code}.`, ticketIds })

/** Decides as tickets does, in memory and for one test: locks all or none, and answers over the real broker. */
export async function standInForTickets(broker: Broker): Promise<StandInTickets> {
  const screenings = new Map<string, NonNullable<ResponseOf<'tickets.screening'>>>()
  const holds = new Map<string, Hold>()
  const sequences = new Map<string, number>()

  function stateOf(orderId: string, screeningId: string): OrderAtTickets {
    const hold = holds.get(orderId)
    const locked = hold?.status === 'LOCKED'
    return {
      orderId,
      screeningId,
      buyerId: hold?.buyerId ?? null,
      sequence: sequences.get(screeningId) ?? 0,
      status: hold?.status ?? 'NONE',
      lockedUntil: locked ? hold.lockedUntil.toISOString() : null,
      remainingMs: locked ? Math.max(0, hold.lockedUntil.getTime() - Date.now()) : null,
      tickets: (hold?.labels ?? []).map((label) => ({ ticketId: ticketId(screeningId, label), price: { amount: 1_250, currency: 'EUR' } })),
      answeredRequestIds: hold?.requestIds.slice(-8) ?? [],
    }
  }

  function next(screeningId: string): void {
    sequences.set(screeningId, (sequences.get(screeningId) ?? 0) + 1)
  }

  async function announce<T extends EventType>(type: T, payload: PayloadOf<T>): Promise<void> {
    const event = createEvent(type, payload, { aggregateId: 'screening', aggregateVersion: 0, now: new Date() })
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an event of one type is an event
    await tickets.says(event as unknown as AnyEvent)
  }

  function taken(screeningId: string): Set<string> {
    const there = [...holds.values()].filter((hold) => hold.screeningId === screeningId)
    return new Set(there.flatMap((hold) => hold.labels.map((label) => ticketId(screeningId, label))))
  }

  async function lock({ orderId, screeningId, buyerId, wish }: PayloadOf<'order.created'>): Promise<void> {
    if (!holds.has(orderId)) {
      const gone = taken(screeningId)
      const free = SEATS.map((label) => ticketId(screeningId, label)).filter((id) => !gone.has(id))
      const wanted = wish.kind === 'BEST' ? free.slice(0, wish.count) : wish.ticketIds
      const unavailable = wanted.filter((id) => gone.has(id))
      if (unavailable.length > 0) {
        return announce('seats.refused', { ...stateOf(orderId, screeningId), refusal: refusal('SEATS_UNAVAILABLE', unavailable) })
      }
      const labels = SEATS.filter((label) => wanted.includes(ticketId(screeningId, label)))
      const now = new Date()
      holds.set(orderId, {
        status: 'LOCKED', screeningId, buyerId, labels, lockedUntil: until(screeningId), firstLockedAt: now, requestIds: [],
      })
      next(screeningId)
    }
    const firstLockedAt = holds.get(orderId)?.firstLockedAt.toISOString() ?? ''
    await announce('seats.locked', { ...stateOf(orderId, screeningId), firstLockedAt })
  }

  function until(screeningId: string): Date {
    return new Date(Date.now() + (screenings.get(screeningId)?.lockSeconds ?? 180) * 1_000)
  }

  async function reserve({ orderId, screeningId, requestId }: PayloadOf<'order.reservation-requested'>): Promise<void> {
    const hold = holds.get(orderId)
    if (hold === undefined) {
      return announce('reservation.refused', { ...stateOf(orderId, screeningId), requestId, refusal: refusal('LOCK_EXPIRED') })
    }
    if (hold.status === 'LOCKED') {
      hold.status = 'RESERVED'
      hold.requestIds.push(requestId)
      next(screeningId)
    }
    await announce('seats.reserved', { ...stateOf(orderId, screeningId), requestId })
  }

  async function extend({ orderId, screeningId, requestId }: PayloadOf<'order.extension-requested'>): Promise<void> {
    const hold = holds.get(orderId)
    if (hold === undefined || hold.requestIds.length >= 3) {
      return announce('extension.refused', { ...stateOf(orderId, screeningId), requestId, refusal: refusal('EXTENSION_LIMIT') })
    }
    if (!hold.requestIds.includes(requestId)) {
      hold.lockedUntil = until(screeningId)
      hold.requestIds.push(requestId)
      next(screeningId)
    }
    await announce('seats.lock-extended', { ...stateOf(orderId, screeningId), requestId, firstLockedAt: hold.firstLockedAt.toISOString() })
  }

  async function release(orderId: string, screeningId: string, reason: 'CANCELLED' | 'EXPIRED', requestId: string | null): Promise<void> {
    const held = holds.delete(orderId)
    if (held) next(screeningId)
    await announce('seats.released', { ...stateOf(orderId, screeningId), requestId, reason: held ? reason : 'NOT_HELD' })
  }

  async function answer({ orderId, screeningId, buyerId, created, requests }: PayloadOf<'order.outcome-requested'>): Promise<void> {
    if (created !== null) await lock(created)
    else if (!holds.has(orderId)) {
      return announce('seats.refused', { ...stateOf(orderId, screeningId), refusal: refusal('LOCK_EXPIRED') })
    }
    for (const { kind, requestId } of requests) {
      const request = { orderId, screeningId, buyerId, requestId }
      if (kind === 'RESERVE') await reserve(request)
      else if (kind === 'EXTEND') await extend(request)
      else await release(orderId, screeningId, 'CANCELLED', requestId)
    }
  }

  function heed<T extends Command>(work: (payload: PayloadOf<T>) => Promise<void>) {
    return async (event: EventOf<T>): Promise<void> => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an event of one command type is a command
      const command = event as unknown as CommandEvent
      tickets.commands.push(command)
      if (tickets.heeds(command)) await work(event.payload)
    }
  }

  const tickets: StandInTickets = {
    commands: [],
    questions: [],
    heeds: () => true,
    says: (event) => broker.publish(event),
    add(screeningId, change = {}) {
      const startsAt = new Date(Date.now() + 86_400_000).toISOString()
      screenings.set(screeningId, {
        screeningId, startsAt, lockSeconds: 180, maxTicketsPerOrder: 6, currency: 'EUR', seatLabels: [...SEATS], cancelled: false, ...change,
      })
    },
    commandsOf: (orderId) => tickets.commands.filter(({ payload }) => payload.orderId === orderId).map(({ type }) => type),
    holdOf: (orderId) => holds.get(orderId),
    async expire(orderId) {
      const hold = tickets.commands.find(({ payload }) => payload.orderId === orderId)
      if (hold !== undefined) await release(orderId, hold.payload.screeningId, 'EXPIRED', null)
    },
    announce,
    stateOf,
  }

  const handlers = {
    'order.created': heed<'order.created'>(lock),
    'order.reservation-requested': heed<'order.reservation-requested'>(reserve),
    'order.extension-requested': heed<'order.extension-requested'>(extend),
    'order.cancellation-requested': heed<'order.cancellation-requested'>((request) => {
      return release(request.orderId, request.screeningId, 'CANCELLED', request.requestId)
    }),
    'order.outcome-requested': heed<'order.outcome-requested'>(answer),
  }
  await Promise.all(screeningQueues.map((queue) => broker.consume(queue, handlers)))
  await broker.answer('tickets.screening', async ({ screeningId }) => {
    tickets.questions.push(screeningId)
    return screenings.get(screeningId) ?? null
  })
  return tickets
}
