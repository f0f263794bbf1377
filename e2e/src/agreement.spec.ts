import { expect, test } from 'vitest'
import { compare } from './agreement.js'
import type { Order, OrderStatus } from './orders.js'

const order = (id: string, status: OrderStatus, ...tickets: string[]): Order => ({
  id,
  status,
  screening: { id: 's' },
  tickets: tickets.map((ticket) => ({ id: ticket })),
  total: null,
  createdAt: '',
  expiresAt: null,
  remainingSeconds: null,
  version: 1,
  refusal: null,
  history: [],
})

test('a held ticket and its order agree', () => {
  const tickets = [
    { id: 'A1', status: 'LOCKED' as const, order: { id: 'o' } },
    { id: 'A2', status: 'AVAILABLE' as const, order: null },
  ]

  expect(compare(tickets, [order('o', 'LOCKED', 'A1'), order('p', 'EXPIRED', 'A2')])).toEqual([])
})

test.each([
  ['a seat locked for nobody', [{ id: 'A1', status: 'LOCKED' as const, order: null }], []],
  [
    'a seat locked for an order that ended',
    [{ id: 'A1', status: 'LOCKED' as const, order: { id: 'o' } }],
    [order('o', 'EXPIRED', 'A1')],
  ],
  [
    'an order that holds a free seat',
    [{ id: 'A1', status: 'AVAILABLE' as const, order: null }],
    [order('o', 'RESERVED', 'A1')],
  ],
  [
    'a locked seat of a reserved order',
    [{ id: 'A1', status: 'LOCKED' as const, order: { id: 'o' } }],
    [order('o', 'RESERVED', 'A1')],
  ],
  [
    'one seat in two orders',
    [{ id: 'A1', status: 'LOCKED' as const, order: { id: 'o' } }],
    [order('o', 'LOCKED', 'A1'), order('p', 'LOCKED', 'A1')],
  ],
  ['an order without an end', [], [order('o', 'PENDING', 'A1')]],
])('%s is found', (_, tickets, orders) => {
  expect(compare(tickets, orders)).not.toEqual([])
})
