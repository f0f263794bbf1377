import type { Refusal, SeatWish } from '@mov-ticket/shared-events'

export type OrderStatus = 'PENDING' | 'LOCKED' | 'RESERVED' | 'REJECTED' | 'CANCELLED' | 'EXPIRED'
export type EndStatus = Extract<OrderStatus, 'REJECTED' | 'CANCELLED' | 'EXPIRED'>
export type RequestKind = 'RESERVE' | 'CANCEL' | 'EXTEND'

/** A ticket that the order holds or held, at the price of the moment it was locked (minor units). */
export interface OrderedTicket {
  readonly ticketId: string
  readonly price: { readonly amount: number; readonly currency: string }
}

/** What the buyer asked of tickets and tickets has not answered yet. At most one of each kind is open. */
export interface OpenRequest {
  readonly requestId: string
  readonly kind: RequestKind
  readonly askedAt: Date
}

export interface AnsweredRequest {
  readonly requestId: string
  readonly kind: RequestKind
  /** Null where it was done, or where the end of the order answered it. */
  readonly refusal: Refusal | null
}

/** Times are those of tickets, where seats are locked and let go; only the first is that of orders. None is before the one before. */
export interface OrderStep {
  readonly at: Date
  readonly status: OrderStatus
  readonly note: string | null
}

/** What the buyer asked for: it never changes. */
export interface Placement {
  readonly id: string
  readonly buyerId: string
  readonly screeningId: string
  /** When the screening starts: until then a reserved order can be cancelled. */
  readonly startsAt: Date
  /** Named tickets are in plan order. */
  readonly wish: SeatWish
  readonly createdAt: Date
}

/** The buyer's side of a booking. Tickets decides what happens to seats; this is what the buyer wants and what tickets said. */
export interface Order extends Placement {
  readonly status: OrderStatus
  /** The `sequence` of the last announcement of tickets that was applied; -1 before the first. */
  readonly sequence: number
  /** Empty until the seats were locked, then kept for ever. */
  readonly tickets: readonly OrderedTicket[]
  /** Since when it holds its seats, or from when it held them; null where it never did. */
  readonly lockedAt: Date | null
  /** When the lock ends or ended; null before the first lock. */
  readonly lockedUntil: Date | null
  /** Why the order was REJECTED; null in every other status. */
  readonly refusal: Refusal | null
  readonly openRequests: readonly OpenRequest[]
  /** The last 8, newest last. */
  readonly answeredRequests: readonly AnsweredRequest[]
  readonly history: readonly OrderStep[]
  /** Idempotency keys of `reserveOrder` that were used on this order. */
  readonly reservationKeys: readonly string[]
  /** Since there was news, tickets was asked for the outcome so many times, the last time then. */
  readonly asked: { readonly times: number; readonly lastAt: Date } | null
}

export function placeOrder(placement: Placement): Order {
  return {
    ...placement,
    status: 'PENDING',
    sequence: -1,
    tickets: [],
    lockedAt: null,
    lockedUntil: null,
    refusal: null,
    openRequests: [],
    answeredRequests: [],
    history: [{ at: placement.createdAt, status: 'PENDING', note: null }],
    reservationKeys: [],
    asked: null,
  }
}

/** The ends absorb: nothing leads out of them. */
export function hasEnded(order: Order): boolean {
  return order.status === 'REJECTED' || order.status === 'CANCELLED' || order.status === 'EXPIRED'
}

export function openRequest(order: Order, kind: RequestKind): OpenRequest | undefined {
  return order.openRequests.find((request) => request.kind === kind)
}

/** The tickets that the order holds or held, else those that it named. */
export function ticketIdsOf(order: Order): readonly string[] {
  if (order.tickets.length > 0) return order.tickets.map(({ ticketId }) => ticketId)
  return order.wish.kind === 'TICKETS' ? order.wish.ticketIds : []
}

/** Null until the seats were locked. */
export function totalOf(order: Order): { amount: number; currency: string } | null {
  const [first] = order.tickets
  if (first === undefined) return null
  return { amount: order.tickets.reduce((sum, { price }) => sum + price.amount, 0), currency: first.price.currency }
}
