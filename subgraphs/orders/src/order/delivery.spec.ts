import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Announcement } from './announcement.js'
import { decide, evolveAll } from './decide.js'
import { messagesOf } from './messages.js'
import type { Message } from './messages.js'
import { hasEnded } from './order.js'
import type { Order } from './order.js'
import { after, placed, said, T0 } from '../testing/tickets-said.js'

/*
 * Tickets' side of one order, in a few lines: it holds the seats or not, remembers no settled order, and numbers what
 * changes. Commands and announcements travel through bags out of which they are taken in any order, and twice.
 */
class Tickets {
  hold: { status: 'LOCKED' | 'RESERVED'; until: number; requestIds: string[] } | null = null
  sequence = 0

  #state(type: Announcement['type'], change: Partial<Announcement> = {}): Announcement {
    const status = this.hold?.status ?? 'NONE'
    const lockedUntil = this.hold?.status === 'LOCKED' ? after(this.hold.until).toISOString() : null
    return said(type, this.sequence, { status, lockedUntil, answeredRequestIds: this.hold?.requestIds ?? [], ...change })
  }

  take({ type, payload }: Message, seatsAreFree: boolean): Announcement[] {
    switch (type) {
      case 'order.created':
        return [this.#lock(seatsAreFree)]
      case 'order.outcome-requested': {
        if (payload.created === null && this.hold === null && payload.requests.every(({ kind }) => kind !== 'CANCEL')) {
          return [this.#state('seats.refused')]
        }
        const locks = payload.created === null ? [] : [this.#lock(seatsAreFree)]
        return [...locks, ...payload.requests.map(({ kind, requestId }) => this.#request(kind, requestId))]
      }
      case 'order.reservation-requested':
        return [this.#request('RESERVE', payload.requestId)]
      case 'order.extension-requested':
        return [this.#request('EXTEND', payload.requestId)]
      default:
        return [this.#request('CANCEL', payload.requestId)]
    }
  }

  expire(): Announcement[] {
    return this.hold?.status === 'LOCKED' ? [this.#release('EXPIRED', null)] : []
  }

  #lock(seatsAreFree: boolean): Announcement {
    if (this.hold === null) {
      if (!seatsAreFree) return this.#state('seats.refused')
      this.hold = { status: 'LOCKED', until: 180_000 + this.sequence, requestIds: [] }
      this.sequence += 1
    }
    return this.#state(this.hold.status === 'LOCKED' ? 'seats.locked' : 'seats.reserved')
  }

  #request(kind: 'RESERVE' | 'EXTEND' | 'CANCEL', requestId: string): Announcement {
    if (kind === 'CANCEL') return this.#release('CANCELLED', requestId)
    const refused = kind === 'RESERVE' ? 'reservation.refused' : 'extension.refused'
    if (this.hold === null || (kind === 'EXTEND' && this.hold.status === 'RESERVED')) return this.#state(refused, { requestId })
    if (!this.hold.requestIds.includes(requestId) && this.hold.status === 'LOCKED') {
      const until = kind === 'EXTEND' ? this.hold.until + 1_000 : this.hold.until
      this.hold = { status: kind === 'RESERVE' ? 'RESERVED' : 'LOCKED', until, requestIds: [...this.hold.requestIds, requestId].slice(-8) }
      this.sequence += 1
    }
    return this.#state(this.hold.status === 'RESERVED' ? 'seats.reserved' : 'seats.lock-extended', { requestId })
  }

  #release(reason: 'CANCELLED' | 'EXPIRED', requestId: string | null): Announcement {
    if (this.hold === null) return this.#state('seats.released', { reason: 'NOT_HELD', requestId })
    this.hold = null
    this.sequence += 1
    return this.#state('seats.released', { reason, requestId })
  }
}

type Step = 'reserve' | 'cancel' | 'extend' | 'expire' | 'ask' | { deliver: 'command' | 'news'; pick: number; keep: boolean; free: boolean }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom<Step>('reserve', 'cancel', 'extend', 'expire', 'ask') },
  {
    weight: 4,
    arbitrary: fc.record({ deliver: fc.constantFrom('command' as const, 'news' as const), pick: fc.nat(), keep: fc.boolean(), free: fc.boolean() }),
  },
)

class World {
  order: Order = placed()
  tickets = new Tickets()
  commands: Message[]
  news: Announcement[] = []
  #ids = 0
  #clock = 0

  constructor() {
    this.commands = [{ type: 'order.created', payload: { ...this.#subject(), wish: this.order.wish, createdAt: T0.toISOString() } }]
  }

  #subject() {
    return { orderId: this.order.id, screeningId: this.order.screeningId, buyerId: this.order.buyerId }
  }

  #do(command: Parameters<typeof decide>[1]): void {
    // Ten minutes a step: whatever can be asked about is due.
    this.#clock += 600_000
    const facts = decide(this.order, command, after(this.#clock))
    this.order = evolveAll(this.order, facts)
    this.commands.push(...messagesOf(this.order, facts))
  }

  take(each: Step): void {
    const requestId = `r${this.#ids++}`
    if (each === 'reserve') this.#do({ type: 'RESERVE', key: requestId, requestId })
    else if (each === 'cancel') this.#do({ type: 'CANCEL', requestId })
    else if (each === 'extend') this.#do({ type: 'EXTEND', requestId })
    else if (each === 'ask') this.#do({ type: 'ASK_FOR_OUTCOME' })
    else if (each === 'expire') this.news.push(...this.tickets.expire())
    else if (each.deliver === 'command') {
      const command = taken(this.commands, each)
      if (command !== undefined) this.news.push(...this.tickets.take(command, each.free))
    } else {
      const news = taken(this.news, each)
      if (news !== undefined) this.#do({ type: 'HEAR', news, requestId })
    }
  }

  /** Everything still on its way arrives, and whatever waits asks, until nothing is left to say. */
  settle(): void {
    for (let rounds = 0; rounds < 200; rounds += 1) {
      if (this.commands.length > 0) this.take({ deliver: 'command', pick: 0, keep: false, free: true })
      else if (this.news.length > 0) this.take({ deliver: 'news', pick: 0, keep: false, free: true })
      else if (this.order.status === 'PENDING' || this.order.openRequests.length > 0) this.take('ask')
      else return
    }
    throw new Error('It does not settle.')
  }
}

function taken<T>(bag: T[], { pick, keep }: { pick: number; keep: boolean }): T | undefined {
  const index = bag.length === 0 ? 0 : pick % bag.length
  return keep ? bag[index] : bag.splice(index, 1)[0]
}

describe('however commands and announcements are shuffled and doubled', () => {
  const runs = { numRuns: 3_000 }

  test('order and tickets agree in the end, and nothing waits', () => {
    fc.assert(fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const world = new World()
      for (const each of steps) world.take(each)
      world.settle()
      const { order, tickets } = world
      expect(order.openRequests).toEqual([])
      expect(hasEnded(order) ? 'NONE' : order.status).toBe(tickets.hold?.status ?? 'NONE')
    }), runs)
  })

  test('an end is for ever, and what the buyer was told to hold keeps its tickets and prices', () => {
    fc.assert(fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const world = new World()
      for (const each of steps) {
        const before = world.order
        world.take(each)
        const kept = hasEnded(before) ? before : world.order
        expect(world.order).toMatchObject({ status: kept.status, history: kept.history })
        expect(world.order.tickets).toEqual(before.tickets.length > 0 ? before.tickets : world.order.tickets)
      }
    }), runs)
  })

  test('an announcement that was applied changes nothing the second time', () => {
    fc.assert(fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const world = new World()
      const heard: Announcement[] = []
      for (const each of steps) {
        if (typeof each === 'object' && each.deliver === 'news') heard.push(...world.news)
        world.take(each)
      }
      world.settle()
      const { order } = world
      for (const news of heard) {
        const facts = decide(order, { type: 'HEAR', news, requestId: 'again' }, T0)
        expect(evolveAll(order, facts)).toEqual(order)
      }
    }), runs)
  })
})
