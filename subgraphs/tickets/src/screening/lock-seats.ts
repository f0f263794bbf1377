import { parseTicketId } from '@mov-ticket/shared-events'
import { announceAgain } from './announce.js'
import { chooseBestSeats } from './choose-best-seats.js'
import type { CommandOf } from './command.js'
import { happens, says, type Decision } from './decision.js'
import type { Scene } from './order-state.js'
import { refuseSeats } from './refuse.js'
import { isFree, statusOf } from './screening.js'
import type { PlannedSeat } from './seating-plan.js'
import { leftSingle } from './single-seats.js'

/** An older `order.created` of an order that holds nothing is a straggler: nobody waits for its seats. */
const STRAGGLER_MS = 5 * 60_000
/** A buyer may have this many times `maxTicketsPerOrder` tickets locked in one screening. */
const LOCKS_PER_BUYER = 2

/** All seats of the wish or none. An order that is known gets the same answer again. */
export function lockSeats(scene: Scene, order: Omit<CommandOf<'LOCK'>, 'type'>): Decision {
  const { screening, now } = scene
  const { terms } = screening
  const { orderId, buyerId } = order
  if (screening.bookings.has(orderId)) return says(announceAgain(scene, orderId))
  if (now.getTime() - Date.parse(order.createdAt) > STRAGGLER_MS) return refuseSeats(scene, orderId, 'LOCK_EXPIRED')
  if (statusOf(screening, now) !== 'ON_SALE') return refuseSeats(scene, orderId, 'SCREENING_NOT_ON_SALE')
  if (countOf(order) > terms.maxTicketsPerOrder) return refuseSeats(scene, orderId, 'TOO_MANY_TICKETS')

  const seats = order.wish.kind === 'BEST' ? best(scene, order.wish) : named(scene, order.wish)
  if ('code' in seats) return refuseSeats(scene, orderId, seats.code, seats.labels)
  if (lockedBy(scene, buyerId) + seats.chosen.length > LOCKS_PER_BUYER * terms.maxTicketsPerOrder) {
    return refuseSeats(scene, orderId, 'TOO_MANY_LOCKS')
  }
  const labels = seats.chosen.map((seat) => seat.label)
  const lockedUntil = new Date(now.getTime() + terms.lockSeconds * 1000)
  return happens({ type: 'LOCKED', orderId, buyerId, labels, at: now, lockedUntil })
}

type Wish<K> = Extract<CommandOf<'LOCK'>['wish'], { kind: K }>
type Seats =
  | { readonly chosen: readonly PlannedSeat[] }
  | { readonly code: 'SEATS_UNAVAILABLE' | 'LEAVES_SINGLE_SEAT'; readonly labels: readonly string[] }

function countOf({ wish }: Pick<CommandOf<'LOCK'>, 'wish'>): number {
  return wish.kind === 'BEST' ? wish.count : new Set(wish.ticketIds).size
}

function best({ screening, plan }: Scene, wish: Wish<'BEST'>): Seats {
  const kinds = wish.seatKind === null ? null : new Set([wish.seatKind])
  const choice = chooseBestSeats(screening, plan, wish.count, kinds)
  return choice ? { chosen: choice.seats } : { code: 'SEATS_UNAVAILABLE', labels: [] }
}

function named({ screening, plan }: Scene, wish: Wish<'TICKETS'>): Seats {
  const labels = [...new Set(wish.ticketIds)].map((id) => parseTicketId(id)?.seatLabel ?? id)
  const unavailable = labels.filter((label) => !plan.byLabel.has(label) || !isFree(screening, label))
  if (unavailable.length > 0) return { code: 'SEATS_UNAVAILABLE', labels: unavailable }

  const chosen = labels.flatMap((label) => plan.byLabel.get(label) ?? []).toSorted((a, b) => a.index - b.index)
  const single = screening.terms.avoidSingleSeats ? leftSingle(screening, plan, chosen) : []
  if (single.length === 0) return { chosen }
  // Something better: as many seats together, of the kinds that were asked for, that leave no seat single.
  const better = chooseBestSeats(screening, plan, chosen.length, new Set(chosen.map((seat) => seat.kind)))
  if (!better || better.leavesSingle) return { chosen }
  return { code: 'LEAVES_SINGLE_SEAT', labels: single.map((seat) => seat.label) }
}

function lockedBy({ screening }: Scene, buyerId: string): number {
  let count = 0
  for (const booking of screening.bookings.values()) {
    if (booking.status === 'LOCKED' && booking.buyerId === buyerId) count += booking.labels.length
  }
  return count
}
