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

/** An update is a state: applied twice, or with more in it than is new, it does no harm. */
export function mergeSeatMap(state: SeatMapState, { version, full, screening, tickets }: Update): SeatMapState {
  const changed = tickets.filter((ticket) => isNews(state.tickets.get(ticket.id), ticket))
  if (full) return { version, screening, changed, tickets: new Map(tickets.map((ticket) => [ticket.id, ticket])) }
  if (changed.length === 0) return { ...state, version, screening, changed }
  const merged = new Map(state.tickets)
  for (const ticket of changed) merged.set(ticket.id, ticket)
  return { version, screening, changed, tickets: merged }
}

function isNews(before: LiveTicket | undefined, { version, status }: LiveTicket): boolean {
  return before === undefined || before.version !== version || before.status !== status
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
