import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ask, house, later, lock, lockBest, room, seatMap, when, type Played } from '../testing/scene.js'
import type { Command } from './command.js'
import type { Scene } from './order-state.js'
import { orderState } from './order-state.js'
import { isOverdue } from './screening.js'
import { changesSince, ticketState } from './ticket.js'

/*
 * Whatever happens to a screening, in whatever order, twice or late: these hold after each write.
 */

const scene = house(room('SSS.SS', 'SSSSS', 'APPC'), { lockSeconds: 60, maxTicketsPerOrder: 3, avoidSingleSeats: true })
const labels = scene.plan.seats.map((seat) => seat.label)

const order = fc.constantFrom('o1', 'o2', 'o3', 'o4', 'o5', 'o6')
const buyer = { buyerId: 'somebody' }
const some = fc.uniqueArray(fc.constantFrom(...labels), { minLength: 1, maxLength: 4 })
const request = fc.constantFrom('r1', 'r2', 'r3')
const kind = fc.constantFrom('RESERVE', 'CANCEL', 'EXTEND')
const outcome = fc.record({ orderId: order, kind, requestId: request, seats: some, isPending: fc.boolean() }).map(
  ({ orderId, seats, isPending, ...asked }): Command => {
    const { type: _type, ...created } = lock(orderId, seats)
    return { ...created, type: 'ANSWER_OUTCOME', created: isPending ? created : null, requests: [asked] }
  },
)

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(order, some).map(([id, seats]) => lock(id, seats, buyer)) },
  { weight: 3, arbitrary: fc.tuple(order, fc.integer({ min: 1, max: 3 })).map(([id, count]) => lockBest(id, count)) },
  { weight: 6, arbitrary: fc.tuple(kind, order, request).map(([type, id, requestId]) => ask(type, id, requestId)) },
  { weight: 3, arbitrary: order.map((orderId): Command => ({ type: 'EXPIRE', orderId })) },
  { weight: 2, arbitrary: outcome },
  { weight: 1, arbitrary: some.map((seats): Command => ({ type: 'BLOCK', labels: seats, reason: 'broken' })) },
  { weight: 1, arbitrary: some.map((seats): Command => ({ type: 'UNBLOCK', labels: seats })) },
  { weight: 1, arbitrary: fc.constant<Command>({ type: 'ANNOUNCE_LOCKS' }) },
)
const batches = fc.array(
  fc.record({ commands: fc.array(command, { maxLength: 6 }), pause: fc.integer({ min: 0, max: 40 }), isRepeated: fc.boolean() }),
  { maxLength: 20 },
)
const end = fc.option(fc.constant<Command>({ type: 'CANCEL_SCREENING' }))

interface Step extends Played {
  readonly before: Scene
}

function play(rounds: { commands: Command[]; pause: number; isRepeated: boolean }[], last: Command | null): Step[] {
  const steps: Step[] = []
  let now = scene
  const step = (commands: Command[], pause: number): void => {
    const before = later(now, pause)
    const played = when(before, ...commands)
    steps.push({ ...played, before })
    now = played.scene
  }
  for (const { commands, pause, isRepeated } of rounds) {
    step(commands, pause)
    if (isRepeated) step(commands, 0)
  }
  if (last) step([last, last], 0)
  return steps
}

function always(check: (steps: Step[]) => void): void {
  fc.assert(fc.property(batches, end, (rounds, last) => check(play(rounds, last))), { numRuns: 300 })
}

describe('always', () => {
  test('no seat is in two orders, and every order has all of its seats', () => {
    always((steps) => {
      for (const { scene: { screening } } of steps) {
        const held = [...screening.bookings].flatMap(([orderId, booking]) => booking.labels.map((label) => ({ orderId, label, booking })))
        expect(new Set(held.map(({ label }) => label)).size).toBe(held.length)
        for (const { orderId, label, booking } of held) {
          expect(screening.holds.get(label)).toMatchObject({ orderId, buyerId: booking.buyerId, status: booking.status })
        }
        const taken = [...screening.holds.values()].filter((entry) => entry.status === 'LOCKED' || entry.status === 'RESERVED')
        expect(taken.length).toBe(held.length)
      }
    })
  })

  test('rule 2: after a write no lock is overdue', () => {
    always((steps) => {
      for (const { scene: { screening, now } } of steps) {
        expect([...screening.bookings.values()].filter((booking) => isOverdue(booking, now))).toEqual([])
      }
    })
  })

  test('rule 1: sequence goes up by one with every event about an order, and never back', () => {
    always((steps) => {
      let reached = 1
      for (const { events, answers, scene: { screening }, before } of steps) {
        for (const { sequence } of events) {
          expect(sequence).toBeGreaterThan(reached)
          reached = sequence
        }
        for (const { sequence } of answers) {
          expect(sequence).toBeGreaterThanOrEqual(before.screening.sequence)
          expect(sequence).toBeLessThanOrEqual(screening.sequence)
        }
        reached = screening.sequence
      }
    })
  })

  test('rule 1: the last event about an order says what tickets holds for it', () => {
    always((steps) => {
      for (const { events, scene: played } of steps) {
        const last = new Map(events.flatMap(({ payload }) => ('orderId' in payload ? [[payload.orderId, payload] as const] : [])))
        for (const [orderId, { status, tickets, lockedUntil }] of last) {
          const { sequence: _sequence, ...state } = orderState(played, orderId)
          expect({ status, tickets, lockedUntil }).toEqual({ status: state.status, tickets: state.tickets, lockedUntil: state.lockedUntil })
        }
      }
    })
  })

  test('rule 5: what has no events is not written, unless seats were blocked; a write counts one version', () => {
    always((steps) => {
      for (const { events, before, batch } of steps) {
        const isWritten = batch.screening !== before.screening
        expect(batch.screening.version).toBe(before.screening.version + (isWritten ? 1 : 0))
        expect(events.length > 0 && !isWritten).toBe(false)
      }
    })
  })

  test('rule 9: the version of a seat never goes back, and changes whenever the seat does', () => {
    always((steps) => {
      for (const { before, scene: after } of steps) {
        for (const seat of scene.plan.seats) {
          const [was, is] = [ticketState(before.screening, seat), ticketState(after.screening, seat)]
          expect(is.version).toBeGreaterThanOrEqual(was.version)
          expect(is.version > was.version ? was : is).toEqual(was)
        }
      }
    })
  })

  test('rule 9: what changed since any N, put into the map at N, is the map now', () => {
    always((steps) => {
      const maps = [scene, ...steps.map((step) => step.scene)].map((at) => ({ version: at.screening.version, map: seatMap(at) }))
      const now = steps.at(-1)?.scene ?? scene
      for (const { version, map } of maps) {
        const { full, seats } = changesSince(now.screening, now.plan, version)
        const changed = Object.fromEntries(seats.map((seat) => [seat.label, ticketState(now.screening, seat).status]))
        expect(full ? changed : { ...map, ...changed }).toEqual(seatMap(now))
      }
    })
  })

  test('a batch that is delivered again at once changes nothing but locks of orders that hold nothing', () => {
    fc.assert(
      fc.property(batches, fc.array(fc.tuple(kind, order, request), { maxLength: 6 }), (rounds, asked) => {
        const now = play(rounds, null).at(-1)?.scene ?? scene
        const commands = asked.map(([type, id, requestId]) => ask(type, id, requestId))
        const once = when(now, ...commands).scene
        expect(seatMap(when(once, ...commands).scene)).toEqual(seatMap(once))
      }),
    )
  })
})
