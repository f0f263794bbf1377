import { notFound } from '@mov-ticket/service-kit'
import { answerWith, refuse } from './answer.js'
import type { Answer } from './answer.js'
import type { OrderCommand } from '../order/decide.js'
import type { OrderBook } from './order-book.js'
import type { OrderStore } from '../store/order-store.js'
import type { OrderWatch } from './order-watch.js'
import { outcomeOfCancellation, outcomeOfExtension, outcomeOfReservation } from '../order/outcome.js'
import type { Outcome } from '../order/outcome.js'
import type { Order } from '../order/order.js'
import { keyReused } from '../order/refusals.js'
import type { StoredOrder } from '../store/stored-order.js'

export interface ChangingParts {
  readonly book: OrderBook
  readonly store: OrderStore
  readonly watch: OrderWatch
  /** How long a mutation waits for tickets, in ms. */
  readonly waitMs: number
  readonly now: () => Date
  readonly newId: () => string
}

/** What a buyer can do with an order of theirs. NOT_FOUND for anybody else's. */
export interface Changing {
  reserve(buyerId: string, orderId: string, idempotencyKey: string): Promise<Answer>
  cancel(buyerId: string, orderId: string): Promise<Answer>
  extend(buyerId: string, orderId: string): Promise<Answer>
}

export function createChanging({ book, store, watch, waitMs, now, newId }: ChangingParts): Changing {
  async function ofBuyer(buyerId: string, orderId: string): Promise<StoredOrder> {
    const stored = await store.find(orderId)
    if (stored === null || stored.order.buyerId !== buyerId) throw notFound('order')
    return stored
  }

  /** Until a PENDING order has its lock or its end. */
  async function onceDecided(stored: StoredOrder, until: number): Promise<StoredOrder> {
    const { id, status } = stored.order
    if (status !== 'PENDING') return stored
    return watch.wait(id, { look: async () => (await store.find(id)) ?? stored, isDone: isDecided, until })
  }

  async function change(orderId: string, command: OrderCommand, until: number, outcomeOf: (order: Order) => Outcome): Promise<Answer> {
    let keyTaken = false
    const look = async () => {
      const handled = await book.handle(orderId, command)
      keyTaken = handled === 'KEY_TAKEN'
      if (handled === null || handled === 'KEY_TAKEN') return existing(await store.find(orderId))
      return handled
    }
    const isDone = ({ order }: StoredOrder) => keyTaken || outcomeOf(order) !== null
    const stored = await watch.wait(orderId, { look, isDone, until })
    return keyTaken ? refuse(keyReused()) : answerWith(stored, outcomeOf(stored.order))
  }

  return {
    async reserve(buyerId, orderId, key) {
      const until = Date.now() + waitMs
      const stored = await onceDecided(await ofBuyer(buyerId, orderId), until)
      if (stored.order.status === 'PENDING') return answerWith(stored, null)
      return change(orderId, { type: 'RESERVE', key, requestId: newId() }, until, outcomeOfReservation)
    },
    async cancel(buyerId, orderId) {
      await ofBuyer(buyerId, orderId)
      const command = { type: 'CANCEL', requestId: newId() } as const
      return change(orderId, command, Date.now() + waitMs, (order) => outcomeOfCancellation(order, now()))
    },
    async extend(buyerId, orderId) {
      const until = Date.now() + waitMs
      const stored = await onceDecided(await ofBuyer(buyerId, orderId), until)
      if (stored.order.status === 'PENDING') return answerWith(stored, null)
      return change(orderId, { type: 'EXTEND', requestId: newId() }, until, outcomeOfExtension)
    },
  }
}

function isDecided({ order }: StoredOrder): boolean {
  return order.status !== 'PENDING'
}

function existing(stored: StoredOrder | null): StoredOrder {
  if (stored === null) throw notFound('order')
  return stored
}
