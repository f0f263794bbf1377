import { notFound } from '@mov-ticket/service-kit'
import type { Refusal, SeatWish } from '@mov-ticket/shared-events'
import { answerWith, refuse } from './answer.js'
import type { Answer } from './answer.js'
import { canBeAnId } from '../graph/inputs.js'
import type { OrderBook } from './order-book.js'
import type { Placing } from '../store/order-document.js'
import { orderIdOf } from '../store/order-id.js'
import type { OrderStore } from '../store/order-store.js'
import type { OrderWatch } from './order-watch.js'
import { outcomeOfPlacement } from '../order/outcome.js'
import { keyReused } from '../order/refusals.js'
import type { ScreeningCopies } from '../store/screening-copies.js'
import type { Screening } from '../order/screening.js'
import type { StoredOrder } from '../store/stored-order.js'
import { isSameWish, wishFor } from '../order/wish.js'
import type { RequestedSeats } from '../order/wish.js'

export interface PlacingParts {
  readonly book: OrderBook
  readonly store: OrderStore
  readonly screenings: ScreeningCopies
  readonly watch: OrderWatch
  /** How long a mutation waits for tickets, in ms. */
  readonly waitMs: number
  readonly now: () => Date
}

export interface PlaceInput {
  readonly buyerId: string
  readonly mutation: Placing
  readonly screeningId: string
  readonly idempotencyKey: string
  readonly seats: RequestedSeats
}

/** `createOrder` and `createBestOrder`: places the order, or finds the one that the same key placed, and waits. */
export type PlaceOrder = (input: PlaceInput) => Promise<Answer>

export function createPlacing({ book, store, screenings, watch, waitMs, now }: PlacingParts): PlaceOrder {
  async function wishOf({ screeningId, seats }: PlaceInput): Promise<{ screening: Screening; wish: SeatWish | Refusal }> {
    const screening = canBeAnId(screeningId) ? await screenings.get(screeningId) : null
    if (screening === null) throw notFound('screening')
    return { screening, wish: wishFor(seats, screening) }
  }

  /** How to place it, or the answer where it can't be placed. */
  async function check(id: string, input: PlaceInput): Promise<Checked> {
    try {
      const { screening, wish } = await wishOf(input)
      if ('code' in wish) return { answer: () => refuse(wish) }
      const { buyerId, mutation, idempotencyKey } = input
      const placement = { id, buyerId, screeningId: screening.id, startsAt: screening.startsAt, wish, createdAt: now() }
      return { place: () => book.place(placement, { mutation, idempotencyKey }) }
    } catch (fault) {
      return { answer: () => { throw fault } }
    }
  }

  return async (input) => {
    const until = Date.now() + waitMs
    const id = orderIdOf(input.buyerId, input.mutation, input.idempotencyKey)
    const isSame = ({ order }: StoredOrder) => order.screeningId === input.screeningId && isSameWish(order.wish, input.seats)
    const checked = await check(id, input)
    // A key belongs to the order that it made, even if that could not be placed any more.
    if ('answer' in checked && (await store.find(id)) === null) return checked.answer()
    const placed = await watch.wait(id, {
      look: 'place' in checked ? checked.place : () => found(store, id),
      isDone: (stored) => !isSame(stored) || outcomeOfPlacement(stored.order) !== null,
      until,
    })
    return isSame(placed) ? answerWith(placed, outcomeOfPlacement(placed.order)) : refuse(keyReused())
  }
}

type Checked = { readonly place: () => Promise<StoredOrder> } | { readonly answer: () => Answer }

async function found(store: OrderStore, id: string): Promise<StoredOrder> {
  const stored = await store.find(id)
  if (stored === null) throw new Error(`Order ${id} was there and is gone.`)
  return stored
}
