import { randomUUID } from 'node:crypto'
import { asking, type BadInput, given, invalid, notFound, refused, unauthenticated, withInput } from './bad-input.js'

const refusal = '__typename ... on OrderRefused { refusal { code message } }'
const order = withInput(
  `mutation ($input: CreateOrderInput!) { createOrder(input: $input) { ${refusal} } }`,
  ({ screening }) => ({
    screeningId: screening.id,
    ticketIds: screening.ticketIds.slice(5, 6),
    idempotencyKey: randomUUID(),
  }),
)
const bestOrder = withInput(
  `mutation ($input: CreateBestOrderInput!) { createBestOrder(input: $input) { ${refusal} } }`,
  ({ screening }) => ({ screeningId: screening.id, count: 2, idempotencyKey: randomUUID() }),
)
const reserve = 'mutation ($id: ID!, $key: String!) { reserveOrder(orderId: $id, idempotencyKey: $key) { __typename } }'
const cancel = 'mutation ($id: ID!) { cancelOrder(orderId: $id) { __typename } }'
const extend = 'mutation ($id: ID!) { extendOrder(orderId: $id) { __typename } }'

const manyIds = Array.from({ length: 1_000 }, (_, index) => `ticket ${index}`)
const badTickets = invalid('input.ticketIds', /ticketIds/)
const badKey = invalid('input.idempotencyKey', /idempotencyKey/)

export const badOrders: readonly BadInput[] = [
  given('buyer', 'an order for an unknown screening', order({ screeningId: 'unknown' }), notFound('screening')),
  given('buyer', 'an order for no ticket', order({ ticketIds: [] }), badTickets),
  given('buyer', 'an order for 1,000 tickets', order({ ticketIds: manyIds }), badTickets),
  given(
    'buyer',
    'an order for the same ticket twice',
    order(({ screening: { ticketIds } }) => ({ ticketIds: [ticketIds[5], ticketIds[5]] })),
    badTickets,
  ),
  given(
    'buyer',
    'an order for an unknown ticket',
    order(({ screening: { ticketIds } }) => ({ ticketIds: [ticketIds[5], 'unknown'] })),
    badTickets,
  ),
  given(
    'buyer',
    'an order for a ticket of another screening',
    order(({ elsewhere }) => ({ ticketIds: elsewhere.ticketIds.slice(0, 1) })),
    badTickets,
  ),
  given('buyer', 'an order with an empty key', order({ idempotencyKey: '' }), badKey),
  given('buyer', 'an order with a key of 101 characters', order({ idempotencyKey: 'k'.repeat(101) }), badKey),
  given(
    'buyer',
    'an order with a key used for another input',
    order(({ usedKey }) => ({ idempotencyKey: usedKey })),
    refused('IDEMPOTENCY_KEY_REUSED'),
  ),
  given(
    'buyer',
    'an order for more tickets than allowed',
    order(({ screening }) => ({ ticketIds: screening.ticketIds.slice(5, 10) })),
    refused('TOO_MANY_TICKETS', /4/),
  ),
  given(
    'buyer',
    'an order for a screening that has begun',
    order(({ past }) => ({ screeningId: past.id, ticketIds: past.ticketIds.slice(0, 1) })),
    refused('SCREENING_NOT_ON_SALE'),
  ),
  given(
    'buyer',
    'an order for a cancelled screening',
    order(({ cancelled }) => ({ screeningId: cancelled.id, ticketIds: cancelled.ticketIds.slice(0, 1) })),
    refused('SCREENING_NOT_ON_SALE'),
  ),
  given(
    'stranger',
    'an order for a ticket that is taken',
    order(({ screening }) => ({ ticketIds: screening.ticketIds.slice(0, 1) })),
    refused('SEATS_UNAVAILABLE'),
  ),
  given('nobody', 'an order without a session', order({}), unauthenticated),
  given('buyer', 'a best order for no seat', bestOrder({ count: 0 }), invalid('input.count', /count/)),
  given('buyer', 'a best order for fewer than no seats', bestOrder({ count: -3 }), invalid('input.count', /count/)),
  given('buyer', 'a best order for more seats than allowed', bestOrder({ count: 5 }), refused('TOO_MANY_TICKETS', /4/)),
  given(
    'buyer',
    'a best order of a kind that is not there',
    bestOrder({ kind: 'PREMIUM' }),
    refused('SEATS_UNAVAILABLE'),
  ),
  given(
    'buyer',
    'a best order of a kind that does not exist',
    bestOrder({ kind: 'SOFA' }),
    invalid('input.kind', /SOFA/),
  ),
  given(
    'buyer',
    'reserving an unknown order',
    asking(reserve, () => ({ id: 'unknown', key: 'k' })),
    notFound('order'),
  ),
  given(
    'stranger',
    'reserving another’s order',
    asking(reserve, ({ lockedOrderId }) => ({ id: lockedOrderId, key: 'k' })),
    notFound('order'),
  ),
  given(
    'buyer',
    'reserving with an empty key',
    asking(reserve, ({ lockedOrderId }) => ({ id: lockedOrderId, key: '' })),
    invalid('idempotencyKey', /idempotencyKey/),
  ),
  given(
    'stranger',
    'cancelling another’s order',
    asking(cancel, ({ lockedOrderId }) => ({ id: lockedOrderId })),
    notFound('order'),
  ),
  given(
    'stranger',
    'extending another’s order',
    asking(extend, ({ lockedOrderId }) => ({ id: lockedOrderId })),
    notFound('order'),
  ),
  given('nobody', 'my orders without a session', asking('{ myOrders { totalCount } }'), unauthenticated),
  given(
    'buyer',
    'a page of my orders with no entry',
    asking('{ myOrders(first: 0) { totalCount } }'),
    invalid('first', /1 to 100/),
  ),
  given(
    'buyer',
    'my orders after a bad cursor',
    asking('{ myOrders(after: "bad") { totalCount } }'),
    invalid('after', /cursor/),
  ),
]
