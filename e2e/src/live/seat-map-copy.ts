import type { LiveTicket, SeatMapUpdate } from './seat-map.js'
import type { LiveResult } from './transport.js'

/** What one client has of a seat map: a `full` update replaces it, every other is merged into it. */
export interface SeatMapCopy {
  /** Of the last update; null: it has had none. */
  readonly version: number | null
  /** False where it must not be shown as the current state. */
  readonly isLive: boolean
  /** What the client was told against the contract. */
  readonly problems: readonly string[]
  /** By id. */
  readonly tickets: ReadonlyMap<string, LiveTicket>
  /** A connection begins that was asked for what changed after this version; null: for everything. */
  begin(afterVersion: number | null): void
  take(result: LiveResult<{ seatMapChanged: SeatMapUpdate | null }>): void
  /** The connection is gone. */
  lose(): void
  /** In which it is not what the owner says. */
  differencesTo(truth: SeatMapUpdate): string[]
}

export function createSeatMapCopy(): SeatMapCopy {
  const tickets = new Map<string, LiveTicket>()
  const problems: string[] = []
  let version: number | null = null
  let isLive = false
  let mustBeFull = true

  function take(update: SeatMapUpdate): void {
    if (mustBeFull && !update.full) problems.push(`a change up to ${update.version} for a client that has nothing`)
    // No owner of ours is restored from a backup: nothing makes a version go down.
    if (update.version < (version ?? 0)) problems.push(`version ${update.version} after ${version}`)
    for (const ticket of update.tickets) {
      const { version: before = 0 } = tickets.get(ticket.id) ?? {}
      if (ticket.version < before) problems.push(`ticket ${ticket.id} at ${ticket.version} after ${before}`)
      if (ticket.version > update.version) problems.push(`ticket ${ticket.id} at ${ticket.version} in an update to ${update.version}`)
    }
    if (update.full) tickets.clear()
    for (const ticket of update.tickets) tickets.set(ticket.id, ticket)
    version = update.version
    mustBeFull = false
  }

  return {
    get version() {
      return version
    },
    get isLive() {
      return isLive
    },
    problems,
    tickets,
    begin(afterVersion) {
      mustBeFull = afterVersion === null
    },
    take({ data, errors = [] }) {
      isLive = errors.length === 0 && data?.seatMapChanged != null
      if (data?.seatMapChanged != null) take(data.seatMapChanged)
    },
    lose() {
      isLive = false
    },
    differencesTo(truth) {
      const found = isLive ? [] : ['not live']
      if (version !== truth.version) found.push(`version ${version}, not ${truth.version}`)
      if (tickets.size !== truth.tickets.length) found.push(`${tickets.size} tickets, not ${truth.tickets.length}`)
      for (const ticket of truth.tickets) {
        const own = tickets.get(ticket.id)
        if (textOf(own) !== textOf(ticket)) found.push(`${ticket.id} is ${textOf(own)}, not ${textOf(ticket)}`)
      }
      return found
    },
  }
}

function textOf(ticket: LiveTicket | undefined): string {
  return ticket === undefined ? 'missing' : `${ticket.status} until ${ticket.lockedUntil} at ${ticket.version}`
}
