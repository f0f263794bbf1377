import { setTimeout as delay } from 'node:timers/promises'
import type { AnyEvent } from '@mov-ticket/shared-events'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Account, signUpMany } from './accounts.js'
import { agreement } from './agreement.js'
import { eventually } from './eventually.js'
import { type EventTap, openTap } from './event-tap.js'
import { insist } from './insist.js'
import { cancelOrder, createOrder, type Order, readMyOrders, reserveOrder } from './orders.js'
import { startTestPlatform, type TestPlatform } from './platform.js'
import { schedule, type Screening } from './screenings.js'

/** What a buyer does once the seats are locked. */
const intents = ['reserve', 'cancel', 'abandon', 'reserve'] as const

let platform: TestPlatform
let buyers: Account[]
let tap: EventTap
beforeAll(async () => {
  platform = await startTestPlatform('crash', { ownServices: true })
  buyers = await signUpMany(platform.url, 50)
  // Once for all tests: RabbitMQ can't bring back a quorum queue that was deleted and made again just before a kill.
  tap = await openTap(platform.services.rabbitmqUrl, platform.namespace)
}, 120_000)
afterAll(async () => {
  await tap.remove()
  await platform.stop()
})

interface Victim {
  kill(signal: NodeJS.Signals): unknown
  restart(): Promise<void>
}

function victimNamed(name: 'tickets' | 'orders' | 'expiration' | 'mongodb' | 'rabbitmq'): Victim {
  const victim =
    name === 'mongodb' || name === 'rabbitmq' ? platform.services.processes[name] : platform.processes[name]
  if (victim === undefined) throw new Error(`${name} was not started by this test and can't be killed`)
  return victim
}

describe.sequential('kill -9 in the middle of 50 bookings', () => {
  test.each(['tickets', 'orders', 'expiration', 'mongodb', 'rabbitmq'] as const)(
    'of %s: after its restart every order ends, no event is lost and no phantom appears',
    async (name) => {
      const screening = await schedule(platform.admin, { rows: 4, seatsPerRow: 20, lockSeconds: 3 })
      const victim = victimNamed(name)
      const middle = latch(15)

      const bookings = Promise.all(buyers.map(async (buyer, index) => book(buyer, index, screening, middle.count)))
      expect(await Promise.race([middle.reached.then(() => 'in the middle'), bookings.then(() => 'too late')])).toBe('in the middle')
      await victim.kill('SIGKILL')
      await victim.restart()
      await bookings

      const orders = await everyOrderEnds(screening.id)
      expect(await agreement(platform.admin, buyers, [screening.id])).toHaveLength(orders.length)
      expect(orders).toHaveLength(buyers.length)
      const events = (await tap.drain()).filter(
        ({ payload }) => 'orderId' in payload && payload.screeningId === screening.id,
      )
      expect(lostIn(events, orders)).toEqual([])
      expect(phantomsIn(events, orders)).toEqual([])
      expect(await tap.deadLetters()).toBe(0)
    },
    120_000,
  )
})

/** `reached` once `count` was called so many times. */
function latch(times: number): { count: () => void; reached: Promise<void> } {
  let left = times
  let reach: () => void
  const reached = new Promise<void>((resolve) => {
    reach = resolve
  })
  return {
    reached,
    count: () => {
      if (--left === 0) reach()
    },
  }
}

/** One after the other within a second; most find free seats, the rest compete with a neighbour. */
async function book(buyer: Account, index: number, screening: Screening, onAnswer: () => void): Promise<void> {
  const key = `book ${screening.id}`
  await delay(index * 20)
  const from = (index * 3) % 76
  const created = await insist(async () =>
    createOrder(buyer, screening.id, screening.ticketIds.slice(from, from + 2 + (index % 3)), key),
  )
  onAnswer()
  if (created.__typename === 'OrderRefused') return
  const intent = intents[index % intents.length]
  if (intent === 'reserve') await insist(async () => reserveOrder(buyer, created.order.id, key))
  if (intent === 'cancel') await insist(async () => cancelOrder(buyer, created.order.id))
}

async function everyOrderEnds(screeningId: string): Promise<Order[]> {
  return eventually(
    async () =>
      (await Promise.all(buyers.map(async (buyer) => readMyOrders(buyer))))
        .flat()
        .filter(({ screening }) => screening.id === screeningId),
    (orders) => orders.every(({ status }) => status !== 'PENDING' && status !== 'LOCKED'),
    { withinMs: 60_000, everyMs: 500 },
  )
}

/** Each state that an order is in was announced by the event that leads there. */
function lostIn(events: readonly AnyEvent[], orders: readonly Order[]): string[] {
  const leadsTo: Partial<Record<Order['status'], readonly string[]>> = {
    RESERVED: ['seats.reserved'],
    CANCELLED: ['seats.released', 'seats.refused'],
    EXPIRED: ['seats.released', 'seats.refused'],
    REJECTED: ['seats.refused'],
  }
  return orders.flatMap(({ id, status }) => {
    const types = new Set(
      events.filter(({ payload }) => 'orderId' in payload && payload.orderId === id).map(({ type }) => type as string),
    )
    const missing = types.has('order.created') ? [] : [`order.created of ${id}`]
    return (leadsTo[status] ?? []).some((type) => types.has(type))
      ? missing
      : [...missing, `the end of ${id}, which is ${status}`]
  })
}

/** Nothing was announced of an order that nobody made, and the newest announcement of each order says what it became. */
function phantomsIn(events: readonly AnyEvent[], orders: readonly Order[]): string[] {
  const known = new Set(orders.map(({ id }) => id))
  const unknown = events.flatMap(({ type, payload }) =>
    'orderId' in payload && !known.has(payload.orderId) ? [`${type} of unknown order ${payload.orderId}`] : [],
  )
  return [...unknown, ...orders.flatMap((order) => contradictionsTo(order, events))]
}

function contradictionsTo({ id, status }: Order, events: readonly AnyEvent[]): string[] {
  const said = events.flatMap(({ type, payload }) =>
    'orderId' in payload && payload.orderId === id && 'status' in payload
      ? [{ type, sequence: payload.sequence, holds: payload.status }]
      : [],
  )
  const newest = said.toSorted((a, b) => a.sequence - b.sequence).at(-1)
  const isReserved = status === 'RESERVED'
  return [
    ...((newest?.holds === 'RESERVED') === isReserved ? [] : [`${id} is ${status}, and tickets said ${newest?.type} last`]),
    ...(isReserved || !said.some(({ type }) => type === 'seats.reserved') ? [] : [`${id} is ${status}, and was announced as reserved`]),
    ...(isReserved && !said.some(({ type }) => type === 'seats.locked') ? [`${id} is reserved, and was never announced as locked`] : []),
  ]
}
