import { describe, expect, test } from 'vitest'
import type { Announcement } from './announcement.js'
import { decide, evolveAll } from './decide.js'
import type { OrderCommand } from './decide.js'
import { messagesOf } from './messages.js'
import type { Order, OrderStatus } from './order.js'
import { after, placed, said, T0, wished } from '../testing/tickets-said.js'

function hearing(order: Order, ...news: Announcement[]): Order {
  return news.reduce((state, each, index) => {
    return evolveAll(state, decide(state, { type: 'HEAR', news: each, requestId: `rule-6-${index}` }, T0))
  }, order)
}

function asking(order: Order, command: OrderCommand): Order {
  return evolveAll(order, decide(order, command, T0))
}

function sent(order: Order, news: Announcement, requestId = 'new'): string[] {
  const facts = decide(order, { type: 'HEAR', news, requestId }, T0)
  return messagesOf(evolveAll(order, facts), facts).map(({ type, payload }) => {
    return 'requestId' in payload ? `${type} ${payload.requestId}` : type
  })
}

const cancel = { type: 'CANCEL', requestId: 'c' } as const
const reserve = { type: 'RESERVE', key: 'k', requestId: 'r' } as const
const extend = { type: 'EXTEND', requestId: 'e' } as const

/** Each at sequence 5, but PENDING, which has heard nothing. */
const given = {
  PENDING: placed(),
  'PENDING, cancelling': asking(placed(), cancel),
  LOCKED: hearing(placed(), said('seats.locked', 5)),
  'LOCKED, cancelling': asking(hearing(placed(), said('seats.locked', 5)), cancel),
  RESERVED: hearing(placed(), said('seats.reserved', 5)),
  'RESERVED, cancelling': asking(hearing(placed(), said('seats.reserved', 5)), cancel),
  REJECTED: hearing(placed(), said('seats.refused', 5)),
  CANCELLED: hearing(placed(), said('seats.released', 5, { reason: 'CANCELLED' })),
  EXPIRED: hearing(placed(), said('seats.released', 5)),
} as const satisfies Record<string, Order>

const until = (ms: number) => ({ lockedUntil: after(ms).toISOString() })
const news = {
  locked: (sequence: number) => said('seats.locked', sequence, until(200_000)),
  refused: (sequence: number) => said('seats.refused', sequence),
  reserved: (sequence: number) => said('seats.reserved', sequence),
  expired: (sequence: number) => said('seats.released', sequence, { reason: 'EXPIRED' }),
  cancelled: (sequence: number) => said('seats.released', sequence, { reason: 'CANCELLED', requestId: 'c' }),
  'screening cancelled': (sequence: number) => said('seats.released', sequence, { reason: 'SCREENING_CANCELLED' }),
  'not held': (sequence: number) => said('seats.released', sequence, { reason: 'NOT_HELD', requestId: 'c' }),
  extended: (sequence: number) => said('seats.lock-extended', sequence, until(200_000)),
  'reservation refused, locked': (sequence: number) => said('reservation.refused', sequence),
  'reservation refused, none': (sequence: number) => said('reservation.refused', sequence, { status: 'NONE' }),
  'extension refused, reserved': (sequence: number) => said('extension.refused', sequence, { status: 'RESERVED' }),
  'extension refused, none': (sequence: number) => said('extension.refused', sequence, { status: 'NONE' }),
} as const

const statuses = ['PENDING', 'PENDING, cancelling', 'LOCKED', 'LOCKED, cancelling', 'RESERVED', 'RESERVED, cancelling'] as const
const ends = ['REJECTED', 'CANCELLED', 'EXPIRED'] as const

/** What each of `statuses` becomes by news that is newer than what was applied. */
const table: readonly (readonly [keyof typeof news, ...OrderStatus[]])[] = [
  ['locked', 'LOCKED', 'LOCKED', 'LOCKED', 'LOCKED', 'LOCKED', 'LOCKED'],
  ['refused', 'REJECTED', 'REJECTED', 'EXPIRED', 'CANCELLED', 'EXPIRED', 'CANCELLED'],
  ['reserved', 'RESERVED', 'RESERVED', 'RESERVED', 'RESERVED', 'RESERVED', 'RESERVED'],
  ['expired', 'EXPIRED', 'EXPIRED', 'EXPIRED', 'EXPIRED', 'EXPIRED', 'EXPIRED'],
  ['cancelled', 'CANCELLED', 'CANCELLED', 'CANCELLED', 'CANCELLED', 'CANCELLED', 'CANCELLED'],
  ['screening cancelled', 'CANCELLED', 'CANCELLED', 'CANCELLED', 'CANCELLED', 'CANCELLED', 'CANCELLED'],
  ['not held', 'PENDING', 'CANCELLED', 'EXPIRED', 'CANCELLED', 'EXPIRED', 'CANCELLED'],
  ['extended', 'LOCKED', 'LOCKED', 'LOCKED', 'LOCKED', 'LOCKED', 'LOCKED'],
  ['reservation refused, locked', 'LOCKED', 'LOCKED', 'LOCKED', 'LOCKED', 'LOCKED', 'LOCKED'],
  ['reservation refused, none', 'PENDING', 'CANCELLED', 'EXPIRED', 'CANCELLED', 'EXPIRED', 'CANCELLED'],
  ['extension refused, reserved', 'RESERVED', 'RESERVED', 'RESERVED', 'RESERVED', 'RESERVED', 'RESERVED'],
  ['extension refused, none', 'PENDING', 'CANCELLED', 'EXPIRED', 'CANCELLED', 'EXPIRED', 'CANCELLED'],
]

const cases = table.flatMap(([what, ...becomes]) => {
  const open = statuses.map((status, column) => ({ status, expected: becomes[column] }))
  const ended = ends.map((status) => ({ status, expected: status }))
  return [...open, ...ended].map(({ status, expected }) => ({ status, what, expected, order: given[status], newsAt: news[what] }))
})

describe('rule 1: newer state is applied, older says nothing', () => {
  test.each(cases)('$status, then $what, newer', ({ order, newsAt, expected }) => {
    expect(hearing(order, newsAt(6)).status).toBe(expected)
  })

  test.each(cases)('$status, then $what, twice', ({ order, newsAt }) => {
    const once = hearing(order, newsAt(6))
    expect(hearing(once, newsAt(6))).toEqual(once)
  })

  test.each(cases.filter(({ order }) => order.status !== 'PENDING'))('$status, then $what, older', ({ order, newsAt }) => {
    expect(decide(order, { type: 'HEAR', news: newsAt(4), requestId: 'x' }, T0)).toEqual([])
  })

  test('a lock with an equal sequence changes nothing', () => {
    expect(decide(given.LOCKED, { type: 'HEAR', news: news.extended(5), requestId: 'x' }, T0)).toEqual([])
  })

  test('extend and reserve decided in one write are both applied, and both are answered', () => {
    const order = asking(asking(given.LOCKED, extend), reserve)
    const then = hearing(
      order,
      said('seats.lock-extended', 6, { ...until(200_000), requestId: 'e', answeredRequestIds: ['e'] }),
      said('seats.reserved', 7, { requestId: 'r', answeredRequestIds: ['e', 'r'] }),
    )
    expect(then).toMatchObject({ status: 'RESERVED', lockedUntil: after(200_000), openRequests: [] })
  })

  test('a refusal with an equal sequence is applied while its request is open', () => {
    const order = hearing(asking(given.LOCKED, extend), said('extension.refused', 5, { requestId: 'e' }))
    expect(order).toMatchObject({ status: 'LOCKED', openRequests: [] })
    expect(order.answeredRequests).toMatchObject([{ requestId: 'e', refusal: { code: 'EXTENSION_LIMIT' } }])
  })

  test('a refusal that is older than what was applied answers nothing', () => {
    const order = hearing(asking(given.LOCKED, extend), said('extension.refused', 4, { requestId: 'e' }))
    expect(order.openRequests).toHaveLength(1)
  })

  test('a lost event is made good by the next: reserved without ever having heard of the lock', () => {
    expect(hearing(placed(), said('seats.reserved', 7))).toMatchObject({
      status: 'RESERVED',
      tickets: wished.map((ticketId) => ({ ticketId, price: { amount: 1_250, currency: 'EUR' } })),
    })
  })

  test('tickets and prices are kept when the order ends', () => {
    const order = hearing(given.LOCKED, news.expired(6))
    expect(order).toMatchObject({ tickets: given.LOCKED.tickets, lockedUntil: given.LOCKED.lockedUntil })
  })
})

describe('rule 6: the order is the memory', () => {
  test.each(['REJECTED', 'CANCELLED', 'EXPIRED'] as const)('a lock announced for a %s order is cancelled', (status) => {
    expect(sent(given[status], news.locked(6))).toEqual(['order.cancellation-requested new'])
  })

  test('so is a reservation', () => {
    expect(sent(given.CANCELLED, news.reserved(6))).toEqual(['order.cancellation-requested new'])
  })

  test('a lock that is known to be gone is not', () => {
    expect(sent(given.EXPIRED, news.locked(4))).toEqual([])
  })

  test('the same lock is cancelled once, a newer one again', () => {
    const order = hearing(given.EXPIRED, news.locked(6))
    expect(sent(order, news.locked(6))).toEqual([])
    expect(sent(order, news.locked(8))).toEqual(['order.cancellation-requested rule-6-0'])
  })

  test('the cancellation is answered by any word that nothing is held', () => {
    const order = hearing(given.EXPIRED, news.locked(6), news.expired(7))
    expect(order).toMatchObject({ status: 'EXPIRED', sequence: 7, openRequests: [] })
  })
})

describe('rule 7: only tickets lets go', () => {
  test('a cancellation is a request: the order stays until tickets says so', () => {
    expect(given['LOCKED, cancelling']).toMatchObject({ status: 'LOCKED', openRequests: [{ kind: 'CANCEL' }] })
  })

  test('cancel meets reserve: reserved first, released then', () => {
    const order = asking(asking(given.LOCKED, reserve), cancel)
    const reserved = hearing(order, said('seats.reserved', 6, { requestId: 'r', answeredRequestIds: ['r'] }))
    expect(reserved).toMatchObject({ status: 'RESERVED', openRequests: [{ requestId: 'c' }] })
    expect(hearing(reserved, news.cancelled(7))).toMatchObject({ status: 'CANCELLED', openRequests: [] })
  })

  test('a cancellation that overtook order.created is kept, and the lock that comes is cancelled', () => {
    const order = given['PENDING, cancelling']
    const overtaken = hearing(order, news['not held'](5))
    expect(overtaken.status).toBe('CANCELLED')
    expect(sent(overtaken, news.locked(6))).toEqual(['order.cancellation-requested new'])
  })

  test('even if the lock is heard of before the answer to the cancellation', () => {
    const order = given['PENDING, cancelling']
    expect(sent(order, news.locked(6))).toEqual(['order.cancellation-requested c'])
    const then = hearing(order, news.locked(6), news['not held'](5), news.cancelled(7))
    expect(then).toMatchObject({ status: 'CANCELLED', openRequests: [] })
  })

  test('a cancellation that tickets answers with the reservation came too late', () => {
    const order = hearing(given['RESERVED, cancelling'], said('seats.reserved', 5, { requestId: 'c' }))
    expect(order).toMatchObject({ status: 'RESERVED', openRequests: [] })
    expect(order.answeredRequests).toMatchObject([{ kind: 'CANCEL', refusal: { code: 'ALREADY_SETTLED' } }])
  })
})

describe('rule 8: refusals have kinds', () => {
  test('seats.refused rejects a pending order, with the reason', () => {
    expect(given.REJECTED).toMatchObject({
      status: 'REJECTED',
      refusal: { code: 'SEATS_UNAVAILABLE', ticketIds: ['s1.QTE'] },
      history: [{ status: 'PENDING' }, { status: 'REJECTED', note: 'Seat A1 was just taken.' }],
    })
  })

  test('for an order that should hold seats it means: no longer held', () => {
    expect(hearing(given.LOCKED, news.refused(6))).toMatchObject({ status: 'EXPIRED', refusal: null })
    expect(hearing(given['LOCKED, cancelling'], news.refused(6))).toMatchObject({ status: 'CANCELLED', refusal: null })
  })

  test('an extension past the cap leaves the order locked', () => {
    const order = hearing(asking(given.LOCKED, extend), said('extension.refused', 9, { requestId: 'e' }))
    expect(order).toMatchObject({ status: 'LOCKED', lockedUntil: after(180_000) })
  })

  test('a cancelled screening is noted', () => {
    expect(hearing(given.RESERVED, news['screening cancelled'](6)).history.at(-1)).toMatchObject({
      status: 'CANCELLED',
      note: 'The screening was cancelled.',
    })
  })
})

describe('rule 14: a request is answered', () => {
  test('by its id among the last that changed the hold, in whatever announcement', () => {
    const order = hearing(asking(given.LOCKED, extend), said('seats.locked', 6, { answeredRequestIds: ['e'], ...until(200_000) }))
    expect(order).toMatchObject({ openRequests: [], answeredRequests: [{ requestId: 'e', refusal: null }] })
  })

  test('by the end of the order', () => {
    const order = hearing(asking(asking(given.LOCKED, reserve), extend), news.expired(6))
    expect(order).toMatchObject({ openRequests: [], answeredRequests: [{ requestId: 'r' }, { requestId: 'e' }] })
  })

  test('the last 8 answered are kept', () => {
    let order: Order = given.LOCKED
    for (let n = 1; n <= 10; n += 1) {
      order = asking(order, { type: 'EXTEND', requestId: `e${n}` })
      order = hearing(order, said('seats.lock-extended', 5 + n, { ...until(180_000 + n), requestId: `e${n}`, answeredRequestIds: [`e${n}`] }))
    }
    expect(order.answeredRequests.map(({ requestId }) => requestId)).toEqual(['e3', 'e4', 'e5', 'e6', 'e7', 'e8', 'e9', 'e10'])
    expect(order.history).toHaveLength(3)
  })
})
