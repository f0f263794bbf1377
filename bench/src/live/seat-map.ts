import { ticketId } from '@mov-ticket/shared-events'

export interface Ticket {
  readonly id: string
  readonly status: 'AVAILABLE' | 'LOCKED'
  readonly version: number
  /** When it was last changed: it is how the time of a write travels to whoever measures. */
  readonly lockedUntil: Date
}

export interface SeatMapUpdate {
  readonly screening: { readonly id: string }
  readonly version: number
  readonly full: boolean
  readonly tickets: readonly Ticket[]
}

export interface SeatMap {
  readonly version: number
  since(afterVersion: number | null): SeatMapUpdate
  /** Commits a change of the next ticket: one after the other, so that merged updates lose no time of a write. */
  change(at: Date): Ticket
}

const seatsPerRow = 20

export function createSeatMap(screeningId: string, seats: number): SeatMap {
  const tickets = Array.from({ length: seats }, (_, seat): Ticket => {
    const label = `${String.fromCodePoint(65 + Math.floor(seat / seatsPerRow))}${(seat % seatsPerRow) + 1}`
    return { id: ticketId(screeningId, label), status: 'AVAILABLE', version: 0, lockedUntil: new Date(0) }
  })
  let version = 0

  return {
    get version() {
      return version
    },
    since(afterVersion) {
      const full = afterVersion === null || afterVersion > version
      const changed = full ? tickets : tickets.filter((ticket) => ticket.version > afterVersion)
      return { screening: { id: screeningId }, version, full, tickets: changed }
    },
    change(at) {
      const seat = version % seats
      const before = tickets[seat]
      if (before === undefined) throw new Error('there are no seats')
      version += 1
      const status = before.status === 'AVAILABLE' ? 'LOCKED' : 'AVAILABLE'
      return (tickets[seat] = { id: before.id, status, version, lockedUntil: at })
    },
  }
}
