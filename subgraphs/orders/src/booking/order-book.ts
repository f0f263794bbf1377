import { setTimeout as delay } from 'node:timers/promises'
import { createEvent, orderChannel } from '@mov-ticket/shared-events'
import type { AnyEvent, Doorbell, OutboxRelay } from '@mov-ticket/shared-events'
import { decide, evolveAll } from '../order/decide.js'
import type { OrderCommand } from '../order/decide.js'
import { messageOfPlacement, messagesOf } from '../order/messages.js'
import type { Message } from '../order/messages.js'
import type { Placing } from '../store/order-document.js'
import { inOrder } from '../store/order-outbox.js'
import type { OrderStore } from '../store/order-store.js'
import { placeOrder } from '../order/order.js'
import type { Placement } from '../order/order.js'
import type { StoredOrder } from '../store/stored-order.js'
import { createRecentOrders } from './recent-orders.js'
import { createTurns } from './turns.js'

const MOST_PAUSE_MS = 50

/** The write side of orders: every change of an order passes here. */
export interface OrderBook {
  /** What is there under the placement's id: the new order, or the one that was placed with this key before. */
  place(placement: Placement, placedWith: { mutation: Placing; idempotencyKey: string }): Promise<StoredOrder>
  /** The order after the command; null where there is no such order. */
  handle(orderId: string, command: OrderCommand): Promise<StoredOrder | 'KEY_TAKEN' | null>
}

export interface OrderBookParts {
  readonly store: OrderStore
  readonly relay: Pick<OutboxRelay, 'publish' | 'confirmed' | 'dropped'>
  readonly doorbell: Pick<Doorbell, 'ring'>
  /** Told of each order written here, for those who wait for it in this process. */
  readonly written: (stored: StoredOrder) => void
  readonly now: () => Date
}

export function createOrderBook({ store, relay, doorbell, written, now }: OrderBookParts): OrderBook {
  const turns = createTurns()
  const recent = createRecentOrders()

  function announce(stored: StoredOrder): void {
    const { id } = stored.order
    recent.remember(stored)
    relay.publish(id, inOrder(stored.pendingEvents))
    doorbell.ring(orderChannel(id), stored.version)
    written(stored)
  }

  async function place(placement: Placement, placedWith: StoredOrder['placedWith']): Promise<StoredOrder> {
    const order = placeOrder(placement)
    const created = eventOf(messageOfPlacement(order), order.id, 1, order.createdAt)
    const stored: StoredOrder = { order, version: 1, eventCount: 1, placedWith, pendingEvents: { [created.id]: created } }
    for (let conflicts = 0; ; conflicts += 1) {
      const result = await store.insert(stored, order.createdAt)
      if (result === 'KEY_TAKEN') break
      if (result === 'WRITTEN') {
        announce(stored)
        return stored
      }
      await pause(conflicts)
    }
    const earlier = await store.find(order.id)
    if (earlier === null) throw new Error(`Order ${order.id} is there and can't be found.`)
    return earlier
  }

  /**
   * What this process wrote a moment ago is good enough to decide on: if it is stale, the write finds out. That nothing
   * is to be done is decided on what is in the database. A conflict is decided again, as often as it takes: somebody
   * else's write went through each time.
   */
  async function handle(orderId: string, command: OrderCommand): Promise<StoredOrder | 'KEY_TAKEN' | null> {
    for (let conflicts = 0; ; ) {
      const remembered = recent.take(orderId)
      const before = remembered ?? await store.find(orderId)
      if (before === null) return null
      const at = now()
      const facts = decide(before.order, command, at)
      if (facts.length === 0 && remembered === null) return before
      if (facts.length === 0) continue

      const order = evolveAll(before.order, facts)
      const published = relay.confirmed(orderId).filter((id) => id in before.pendingEvents)
      const fresh = messagesOf(order, facts).map((message, index) => {
        return eventOf(message, orderId, before.eventCount + index + 1, at)
      })
      const after: StoredOrder = {
        ...before,
        order,
        version: before.version + 1,
        eventCount: before.eventCount + fresh.length,
        pendingEvents: pendingAfter(before.pendingEvents, published, fresh),
      }
      const result = await store.update(before, after, at)
      if (result === 'KEY_TAKEN') return result
      if (result === 'WRITTEN') {
        relay.dropped(orderId, published)
        announce(after)
        return after
      }
      if (remembered === null) await pause(conflicts++)
    }
  }

  return { place, handle: (orderId, command) => turns.take(orderId, () => handle(orderId, command)) }
}

async function pause(conflicts: number): Promise<void> {
  await delay(Math.random() * Math.min(2 ** conflicts, MOST_PAUSE_MS))
}

function eventOf(message: Message, orderId: string, aggregateVersion: number, now: Date): AnyEvent {
  const about = { aggregateId: orderId, aggregateVersion, now }
  switch (message.type) {
    case 'order.created':
      return createEvent(message.type, message.payload, about)
    case 'order.reservation-requested':
      return createEvent(message.type, message.payload, about)
    case 'order.cancellation-requested':
      return createEvent(message.type, message.payload, about)
    case 'order.extension-requested':
      return createEvent(message.type, message.payload, about)
    default:
      return createEvent(message.type, message.payload, about)
  }
}

function pendingAfter(pending: StoredOrder['pendingEvents'], published: readonly string[], fresh: readonly AnyEvent[]) {
  const kept = Object.entries(pending).filter(([id]) => !published.includes(id))
  return Object.fromEntries([...kept, ...fresh.map((event) => [event.id, event] as const)])
}
