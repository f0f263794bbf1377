import type { SeatMapChangedSubscription } from '../generated/types.js'
import { SeatMapChanged } from '../generated/operations.js'
import type { Transport } from './transport.js'
import { startWatch } from './watch.js'
import type { Watched } from './watch.js'
import { watchCall } from './watch-call.js'
import type { WatchCall } from './watch-call.js'

type Update = NonNullable<SeatMapChangedSubscription['seatMapChanged']>
export type LiveTicket = Update['tickets'][number]

export interface SeatMapState {
  /** Null: nothing came yet. */
  readonly version: number | null
  readonly screening: Update['screening'] | null
  /** All tickets by id, in plan order, each in its latest state. */
  readonly tickets: ReadonlyMap<string, LiveTicket>
  /** Those that are not as they were in the state before. */
  readonly changed: readonly LiveTicket[]
}

export type LiveSeatMap = Watched<SeatMapState>

/** All who watch use it, so that the gateway has one frame ready for all of them. */
const SUBSCRIPTION_ID = 'map'

export const emptySeatMap: SeatMapState = { version: null, screening: null, tickets: new Map(), changed: [] }

/** An update is a state: applied twice, or too late, or with more in it than is new, it does no harm. */
export function mergeSeatMap(state: SeatMapState, { version, full, screening, tickets }: Update): SeatMapState {
  if (full) {
    const changed = tickets.filter((ticket) => differs(state.tickets.get(ticket.id), ticket))
    return { version, screening, changed, tickets: new Map(tickets.map((ticket) => [ticket.id, ticket])) }
  }
  const isLate = state.version !== null && version < state.version
  const changed = tickets.filter((ticket) => isNewer(state.tickets.get(ticket.id), ticket))
  const merged = changed.length === 0 ? state.tickets : new Map([...state.tickets, ...changed.map((ticket) => [ticket.id, ticket] as const)])
  return { version: isLate ? state.version : version, screening: isLate ? state.screening : screening, changed, tickets: merged }
}

function differs(before: LiveTicket | undefined, { version, status }: LiveTicket): boolean {
  return before === undefined || before.version !== version || before.status !== status
}

function isNewer(before: LiveTicket | undefined, { version }: LiveTicket): boolean {
  return before === undefined || before.version < version
}

export function seatMapWatch(transport: Transport): WatchCall<LiveSeatMap> {
  return watchCall(
    (screeningId, onChange) =>
      startWatch<SeatMapState, SeatMapChangedSubscription>({
        transport,
        operation: SeatMapChanged,
        id: SUBSCRIPTION_ID,
        initial: emptySeatMap,
        variables: ({ version }) => ({ screeningId, afterVersion: version }),
        merge: mergeSeatMap,
        onChange,
      }),
    (earlier, later) => ({ ...later, state: { ...later.state, changed: union(earlier.state.changed, later.state.changed) } }),
  )
}

function union(earlier: readonly LiveTicket[], later: readonly LiveTicket[]): LiveTicket[] {
  return [...new Map([...earlier, ...later].map((ticket) => [ticket.id, ticket])).values()]
}
