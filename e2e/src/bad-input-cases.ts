import { randomUUID } from 'node:crypto'
import type { World } from './bad-input-world.js'
import { seatsOf } from './screenings.js'

export interface BadInput {
  readonly title: string
  readonly as?: 'nobody' | 'buyer' | 'stranger' | 'admin'
  readonly query: string
  readonly variables?: (world: World) => Record<string, unknown>
  /** Of the error, or with `refusal` of the refusal inside the data. */
  readonly code: string
  readonly refusal?: true
  /** What is wrong, by path. */
  readonly field?: string
  readonly message: RegExp
}

const createOrder = 'mutation ($input: CreateOrderInput!) { result: createOrder(input: $input) { __typename ... on OrderRefused { refusal { code message } } } }'
const createBestOrder = 'mutation ($input: CreateBestOrderInput!) { result: createBestOrder(input: $input) { __typename ... on OrderRefused { refusal { code message } } } }'
const reserveOrder = 'mutation ($id: ID!, $key: String!) { result: reserveOrder(orderId: $id, idempotencyKey: $key) { __typename } }'
const signUp = 'mutation ($input: SignUpInput!) { signUp(input: $input) { __typename } }'
const schedule = 'mutation ($input: ScheduleScreeningInput!) { scheduleScreening(input: $input) { id } }'
const createMovie = 'mutation ($input: CreateMovieInput!) { createMovie(input: $input) { id } }'
const createAuditorium = 'mutation ($input: CreateAuditoriumInput!) { createAuditorium(input: $input) { id } }'
const blockTickets = 'mutation ($ids: [ID!]!, $reason: String!) { blockTickets(ids: $ids, reason: $reason) { id } }'

type Change = (world: World) => Record<string, unknown>
const order = (change: Change) => (world: World): Record<string, unknown> => ({
  input: { screeningId: world.screening.id, ticketIds: world.screening.ticketIds.slice(5, 6), idempotencyKey: randomUUID(), ...change(world) },
})
const best = (change: Change) => (world: World): Record<string, unknown> => ({
  input: { screeningId: world.screening.id, count: 2, idempotencyKey: randomUUID(), ...change(world) },
})
const person = (change: Record<string, unknown>) => (): Record<string, unknown> => ({
  input: { email: `${randomUUID()}@e2e.example`, password: 'long enough', name: 'Somebody', ...change },
})
const showing = (change: Record<string, unknown>) => ({ screening }: World): Record<string, unknown> => ({
  input: {
    movieId: screening.movieId,
    auditoriumId: screening.auditoriumId,
    startsAt: new Date(Date.now() + 86_400_000).toISOString(),
    currency: 'EUR',
    prices: [{ kind: 'STANDARD', amount: 1000 }],
    ...change,
  },
})
const film = (change: Record<string, unknown>) => (): Record<string, unknown> => ({
  input: { title: 'Detour', synopsis: 'A lift too many.', runtimeMinutes: 68, genres: ['Crime'], ...change },
})

export const badInputs: readonly BadInput[] = [
  // ---- orders
  { title: 'an order for an unknown screening', query: createOrder, variables: order(() => ({ screeningId: 'unknown' })), code: 'NOT_FOUND', message: /screening/i },
  { title: 'an order for no ticket', query: createOrder, variables: order(() => ({ ticketIds: [] })), code: 'BAD_USER_INPUT', field: 'input.ticketIds', message: /ticketIds/ },
  { title: 'an order for 1,000 tickets', query: createOrder, variables: order(() => ({ ticketIds: Array.from({ length: 1000 }, (_, index) => `t${index}`) })), code: 'BAD_USER_INPUT', field: 'input.ticketIds', message: /ticketIds/ },
  { title: 'an order for the same ticket twice', query: createOrder, variables: order(({ screening: { ticketIds } }) => ({ ticketIds: [ticketIds[5], ticketIds[5]] })), code: 'BAD_USER_INPUT', field: 'input.ticketIds', message: /ticketIds/ },
  { title: 'an order for an unknown ticket', query: createOrder, variables: order(({ screening: { ticketIds } }) => ({ ticketIds: [ticketIds[5], 'unknown'] })), code: 'BAD_USER_INPUT', field: 'input.ticketIds', message: /ticketIds/ },
  { title: 'an order for a ticket of another screening', query: createOrder, variables: order(({ elsewhere }) => ({ ticketIds: elsewhere.ticketIds.slice(0, 1) })), code: 'BAD_USER_INPUT', field: 'input.ticketIds', message: /ticketIds/ },
  { title: 'an order with an empty key', query: createOrder, variables: order(() => ({ idempotencyKey: '' })), code: 'BAD_USER_INPUT', field: 'input.idempotencyKey', message: /idempotencyKey/ },
  { title: 'an order with a key of 101 characters', query: createOrder, variables: order(() => ({ idempotencyKey: 'k'.repeat(101) })), code: 'BAD_USER_INPUT', field: 'input.idempotencyKey', message: /idempotencyKey/ },
  { title: 'an order with a key used for another input', query: createOrder, variables: order(({ usedKey }) => ({ idempotencyKey: usedKey })), code: 'IDEMPOTENCY_KEY_REUSED', refusal: true, message: /\w/ },
  { title: 'an order for more tickets than allowed', query: createOrder, variables: order(({ screening }) => ({ ticketIds: screening.ticketIds.slice(5, 10) })), code: 'TOO_MANY_TICKETS', refusal: true, message: /4/ },
  { title: 'an order for a screening that has begun', query: createOrder, variables: order(({ past }) => ({ screeningId: past.id, ticketIds: past.ticketIds.slice(0, 1) })), code: 'SCREENING_NOT_ON_SALE', refusal: true, message: /\w/ },
  { title: 'an order for a cancelled screening', query: createOrder, variables: order(({ cancelled }) => ({ screeningId: cancelled.id, ticketIds: cancelled.ticketIds.slice(0, 1) })), code: 'SCREENING_NOT_ON_SALE', refusal: true, message: /\w/ },
  { title: 'an order for a ticket that is taken', as: 'stranger', query: createOrder, variables: order(({ screening }) => ({ ticketIds: screening.ticketIds.slice(0, 1) })), code: 'SEATS_UNAVAILABLE', refusal: true, message: /\w/ },
  { title: 'an order without a session', as: 'nobody', query: createOrder, variables: order(() => ({})), code: 'UNAUTHENTICATED', message: /sign in/i },
  { title: 'a best order for no seat', query: createBestOrder, variables: best(() => ({ count: 0 })), code: 'BAD_USER_INPUT', field: 'input.count', message: /count/ },
  { title: 'a best order for fewer than no seats', query: createBestOrder, variables: best(() => ({ count: -3 })), code: 'BAD_USER_INPUT', field: 'input.count', message: /count/ },
  { title: 'a best order for more seats than allowed', query: createBestOrder, variables: best(() => ({ count: 5 })), code: 'TOO_MANY_TICKETS', refusal: true, message: /4/ },
  { title: 'a best order of a kind that the room does not have', query: createBestOrder, variables: best(() => ({ kind: 'PREMIUM' })), code: 'SEATS_UNAVAILABLE', refusal: true, message: /\w/ },
  { title: 'a best order of a kind that does not exist', query: createBestOrder, variables: best(() => ({ kind: 'SOFA' })), code: 'BAD_USER_INPUT', field: 'input.kind', message: /SOFA/ },
  { title: 'reserving an unknown order', query: reserveOrder, variables: () => ({ id: 'unknown', key: 'k' }), code: 'NOT_FOUND', message: /order/i },
  { title: 'reserving another’s order', as: 'stranger', query: reserveOrder, variables: ({ lockedOrderId }) => ({ id: lockedOrderId, key: 'k' }), code: 'NOT_FOUND', message: /order/i },
  { title: 'reserving with an empty key', query: reserveOrder, variables: ({ lockedOrderId }) => ({ id: lockedOrderId, key: '' }), code: 'BAD_USER_INPUT', field: 'idempotencyKey', message: /idempotencyKey/ },
  { title: 'cancelling another’s order', as: 'stranger', query: 'mutation ($id: ID!) { cancelOrder(orderId: $id) { __typename } }', variables: ({ lockedOrderId }) => ({ id: lockedOrderId }), code: 'NOT_FOUND', message: /order/i },
  { title: 'extending another’s order', as: 'stranger', query: 'mutation ($id: ID!) { extendOrder(orderId: $id) { __typename } }', variables: ({ lockedOrderId }) => ({ id: lockedOrderId }), code: 'NOT_FOUND', message: /order/i },
  { title: 'my orders without a session', as: 'nobody', query: '{ myOrders { totalCount } }', code: 'UNAUTHENTICATED', message: /sign in/i },
  { title: 'a page of my orders with no entry', query: '{ myOrders(first: 0) { totalCount } }', code: 'BAD_USER_INPUT', field: 'first', message: /1 to 100/ },
  { title: 'my orders after a bad cursor', query: '{ myOrders(after: "bad") { totalCount } }', code: 'BAD_USER_INPUT', field: 'after', message: /cursor/ },

  // ---- auth
  { title: 'signing up with what is no e-mail', as: 'nobody', query: signUp, variables: person({ email: 'not an e-mail' }), code: 'BAD_USER_INPUT', field: 'input.email', message: /email/ },
  { title: 'signing up with an e-mail of 400 characters', as: 'nobody', query: signUp, variables: person({ email: `${'x'.repeat(388)}@e2e.example` }), code: 'BAD_USER_INPUT', field: 'input.email', message: /email/ },
  { title: 'signing up with a password of 7 characters', as: 'nobody', query: signUp, variables: person({ password: '1234567' }), code: 'BAD_USER_INPUT', field: 'input.password', message: /password/ },
  { title: 'signing up with a password of 201 characters', as: 'nobody', query: signUp, variables: person({ password: 'p'.repeat(201) }), code: 'BAD_USER_INPUT', field: 'input.password', message: /password/ },
  { title: 'signing up without a name', as: 'nobody', query: signUp, variables: person({ name: '  ' }), code: 'BAD_USER_INPUT', field: 'input.name', message: /name/ },
  { title: 'signing up with a number for a password', as: 'nobody', query: signUp, variables: person({ password: 12_345_678 }), code: 'BAD_USER_INPUT', field: 'input.password', message: /String/ },
  { title: 'changing to a password that is too short', query: 'mutation ($current: String!) { changePassword(current: $current, next: "short") }', variables: ({ buyer }) => ({ current: buyer.password }), code: 'BAD_USER_INPUT', field: 'next', message: /next/ },
  { title: 'changing the password without knowing it', query: 'mutation { changePassword(current: "a wrong password", next: "long enough") }', code: 'BAD_USER_INPUT', field: 'current', message: /\w/ },
  { title: 'signing out everywhere without a session', as: 'nobody', query: 'mutation { signOutEverywhere }', code: 'UNAUTHENTICATED', message: /sign in/i },

  // ---- tickets
  { title: 'a page of 1,000 movies', as: 'nobody', query: '{ movies(first: 1000) { totalCount } }', code: 'BAD_USER_INPUT', field: 'first', message: /1 to 100/ },
  { title: 'screenings after a bad cursor', as: 'nobody', query: '{ screenings(after: "!") { totalCount } }', code: 'BAD_USER_INPUT', field: 'after', message: /cursor/ },
  { title: 'screenings from no date', as: 'nobody', query: 'query ($from: DateTime) { screenings(from: $from) { totalCount } }', variables: () => ({ from: 'tomorrow' }), code: 'BAD_USER_INPUT', field: 'from', message: /tomorrow|RFC 3339/ },
  { title: 'a movie made by a buyer', query: createMovie, variables: film({}), code: 'FORBIDDEN', message: /may not/ },
  { title: 'a movie made by nobody', as: 'nobody', query: createMovie, variables: film({}), code: 'UNAUTHENTICATED', message: /sign in/i },
  { title: 'a movie without a title', as: 'admin', query: createMovie, variables: film({ title: '' }), code: 'BAD_USER_INPUT', field: 'input.title', message: /title/ },
  { title: 'a movie of no length', as: 'admin', query: createMovie, variables: film({ runtimeMinutes: 0 }), code: 'BAD_USER_INPUT', field: 'input.runtimeMinutes', message: /runtimeMinutes/ },
  { title: 'a movie of half a minute', as: 'admin', query: createMovie, variables: film({ runtimeMinutes: 0.5 }), code: 'BAD_USER_INPUT', field: 'input.runtimeMinutes', message: /Int/ },
  { title: 'an auditorium without a seat', as: 'admin', query: createAuditorium, variables: () => ({ input: { name: 'Empty', seats: [] } }), code: 'BAD_USER_INPUT', field: 'input.seats', message: /seats/ },
  { title: 'an auditorium with one seat twice', as: 'admin', query: createAuditorium, variables: () => ({ input: { name: 'Double', seats: [...seatsOf(1, 3), { row: 'A', number: 2 }] } }), code: 'BAD_USER_INPUT', field: 'input.seats.3', message: /A2|seats/ },
  { title: 'an auditorium made by a buyer', query: createAuditorium, variables: () => ({ input: { name: 'Mine', seats: seatsOf(1, 1) } }), code: 'FORBIDDEN', message: /may not/ },
  { title: 'a screening of an unknown movie', as: 'admin', query: schedule, variables: showing({ movieId: 'unknown' }), code: 'NOT_FOUND', message: /movie/i },
  { title: 'a screening in an unknown auditorium', as: 'admin', query: schedule, variables: showing({ auditoriumId: 'unknown' }), code: 'NOT_FOUND', message: /auditorium/i },
  { title: 'a screening in the past', as: 'admin', query: schedule, variables: showing({ startsAt: '2001-01-01T20:00:00.000Z' }), code: 'BAD_USER_INPUT', field: 'input.startsAt', message: /future/ },
  { title: 'a screening in a currency that is none', as: 'admin', query: schedule, variables: showing({ currency: 'euro' }), code: 'BAD_USER_INPUT', field: 'input.currency', message: /currency/ },
  { title: 'a screening without a price for its seats', as: 'admin', query: schedule, variables: showing({ prices: [{ kind: 'PREMIUM', amount: 1000 }] }), code: 'BAD_USER_INPUT', field: 'input.prices', message: /kind of seat/ },
  { title: 'a screening with a price below nothing', as: 'admin', query: schedule, variables: showing({ prices: [{ kind: 'STANDARD', amount: -1 }] }), code: 'BAD_USER_INPUT', field: 'input.prices.0.amount', message: /amount/ },
  { title: 'a screening with two prices for one kind', as: 'admin', query: schedule, variables: showing({ prices: [{ kind: 'STANDARD', amount: 1 }, { kind: 'STANDARD', amount: 2 }] }), code: 'BAD_USER_INPUT', field: 'input.prices', message: /prices/ },
  { title: 'a screening with a lock of no time', as: 'admin', query: schedule, variables: showing({ lockSeconds: 0 }), code: 'BAD_USER_INPUT', field: 'input.lockSeconds', message: /lockSeconds/ },
  { title: 'a screening with a lock of more than an hour', as: 'admin', query: schedule, variables: showing({ lockSeconds: 3601 }), code: 'BAD_USER_INPUT', field: 'input.lockSeconds', message: /lockSeconds/ },
  { title: 'a screening that sells nothing', as: 'admin', query: schedule, variables: showing({ maxTicketsPerOrder: 0 }), code: 'BAD_USER_INPUT', field: 'input.maxTicketsPerOrder', message: /maxTicketsPerOrder/ },
  { title: 'a screening scheduled by a buyer', query: schedule, variables: showing({}), code: 'FORBIDDEN', message: /may not/ },
  { title: 'cancelling an unknown screening', as: 'admin', query: 'mutation { cancelScreening(id: "unknown") { id } }', code: 'NOT_FOUND', message: /screening/i },
  { title: 'a screening cancelled by a buyer', query: 'mutation ($id: ID!) { cancelScreening(id: $id) { id } }', variables: ({ screening }) => ({ id: screening.id }), code: 'FORBIDDEN', message: /may not/ },
  { title: 'blocking no ticket', as: 'admin', query: blockTickets, variables: () => ({ ids: [], reason: 'x' }), code: 'BAD_USER_INPUT', field: 'ids', message: /1 to/ },
  { title: 'blocking without a reason', as: 'admin', query: blockTickets, variables: ({ screening }) => ({ ids: screening.ticketIds.slice(5, 6), reason: '' }), code: 'BAD_USER_INPUT', field: 'reason', message: /reason/ },
  { title: 'blocking tickets of two screenings', as: 'admin', query: blockTickets, variables: ({ screening, elsewhere }) => ({ ids: [screening.ticketIds[5], elsewhere.ticketIds[5]], reason: 'x' }), code: 'BAD_USER_INPUT', field: 'ids.1', message: /screening/i },
  { title: 'blocking a locked ticket', as: 'admin', query: blockTickets, variables: ({ screening }) => ({ ids: screening.ticketIds.slice(0, 1), reason: 'x' }), code: 'BAD_USER_INPUT', field: 'ids.0', message: /\w/ },
  { title: 'blocking a reserved ticket and a free one', as: 'admin', query: blockTickets, variables: ({ screening }) => ({ ids: screening.ticketIds.slice(1, 3), reason: 'x' }), code: 'BAD_USER_INPUT', field: 'ids.0', message: /\w/ },
  { title: 'tickets blocked by a buyer', query: blockTickets, variables: ({ screening }) => ({ ids: screening.ticketIds.slice(5, 6), reason: 'x' }), code: 'FORBIDDEN', message: /may not/ },
]
