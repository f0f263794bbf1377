import type english from '../../i18n/en/office-builder.js'
import type { Room } from '../schedule/draft.js'
import type { BuiltSeat } from './naming.js'

export const MOST_SEATS = 2_000

export type BuilderFault = Exclude<keyof (typeof english)['faults'], 'refused' | 'forbidden' | 'size'>

/** What keeps it from being saved, by field. */
export function faultsOf(name: string, seats: readonly BuiltSeat[], rooms: readonly Pick<Room, 'name'>[]): { readonly name?: BuilderFault; readonly seats?: BuilderFault } {
  const given = name.trim().toLowerCase()
  const isTaken = rooms.some((room) => room.name.trim().toLowerCase() === given)
  return {
    ...(given === '' ? { name: 'name' as const } : isTaken && { name: 'nameTaken' as const }),
    ...(seats.length === 0 ? { seats: 'noSeats' as const } : seats.length > MOST_SEATS && { seats: 'tooMany' as const }),
  }
}

/** Wheelchair spaces without a companion's seat at a side. */
export function lonelySpaces(seats: readonly BuiltSeat[]): number {
  const companions = new Set(seats.filter(({ kind }) => kind === 'COMPANION').map(({ x, y }) => `${x} ${y}`))
  return seats.filter(({ kind, x, y }) => kind === 'ACCESSIBLE' && !companions.has(`${x - 1} ${y}`) && !companions.has(`${x + 1} ${y}`)).length
}
