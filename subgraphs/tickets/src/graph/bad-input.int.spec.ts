import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aScreening, createAuditorium, createMovie, inHours } from '../testing/programme.js'
import { admin, buyer, startTicketsForSpecs, type RunningTickets } from '../testing/running-tickets.js'

let tickets: RunningTickets
beforeAll(async () => void (tickets = await startTicketsForSpecs()))
afterAll(() => tickets.stop())

const mutations = {
  createMovie: 'mutation ($input: CreateMovieInput!) { createMovie(input: $input) { id } }',
  createAuditorium: 'mutation ($input: CreateAuditoriumInput!) { createAuditorium(input: $input) { id seats { label x y kind } } }',
  scheduleScreening: 'mutation ($input: ScheduleScreeningInput!) { scheduleScreening(input: $input) { id } }',
  cancelScreening: 'mutation ($id: ID!) { cancelScreening(id: $id) { id } }',
  blockTickets: 'mutation ($ids: [ID!]!, $reason: String!) { blockTickets(ids: $ids, reason: $reason) { id status } }',
  unblockTickets: 'mutation ($ids: [ID!]!) { unblockTickets(ids: $ids) { id status } }',
}
const ask = (name: keyof typeof mutations, variables: Record<string, unknown>, as = admin) => tickets.ask(mutations[name], variables, as)
const block = (ids: unknown[], reason = 'broken') => ask('blockTickets', { ids, reason })
const movie = { title: 'M', synopsis: '', runtimeMinutes: 99, genres: ['Crime'] }
const twoSeats = [{ row: 'A', number: 1 }, { row: 'A', number: 2, kind: 'PREMIUM' }]

/** BAD_USER_INPUT that says this of the field. */
function refusal(field: string, message: RegExp): unknown {
  return { data: null, codes: ['BAD_USER_INPUT'], fields: { [field]: expect.stringMatching(message) } }
}

describe('administrators only', () => {
  test.each(['createMovie', 'createAuditorium', 'scheduleScreening', 'cancelScreening', 'blockTickets', 'unblockTickets'] as const)('%s', async (name) => {
    const variables = {
      createMovie: { input: movie }, createAuditorium: { input: { name: 'Room', seats: twoSeats } },
      scheduleScreening: { input: { movieId: 'm', auditoriumId: 'a', startsAt: inHours(1), currency: 'EUR', prices: [] } },
      cancelScreening: { id: 's' }, blockTickets: { ids: ['t'], reason: 'broken' }, unblockTickets: { ids: ['t'] },
    }[name]
    expect((await ask(name, variables, null)).codes).toEqual(['UNAUTHENTICATED'])
    expect((await ask(name, variables, buyer('me'))).codes).toEqual(['FORBIDDEN'])
  })
})

describe('a movie', () => {
  test.each([
    ['title', '', /1 to 200/], ['title', ' '.repeat(9), /1 to 200/], ['title', 'x'.repeat(201), /1 to 200/], ['title', 'a\u0000b', /control/], ['title', 'half \ud800', /control/], ['synopsis', 'x'.repeat(5_001), /at most 5,000/],
    ['runtimeMinutes', 0, /1 to 1,440/], ['runtimeMinutes', 1_441, /1 to 1,440/], ['rating', 'x'.repeat(21), /1 to 20/],
    ['genres', Array.from({ length: 11 }, (_, at) => `genre ${at}`), /at most 10/], ['genres', ['Crime', 'Crime'], /repeat/],
  ])('%s %j', async (field, value, message) => {
    expect(await ask('createMovie', { input: { ...movie, [field]: value } })).toEqual(refusal(`input.${field}`, message))
  })
})

describe('an auditorium', () => {
  const refused: [string, unknown[], string, RegExp][] = [
    ['no seats', [], 'input.seats', /1 to 2,000/],
    ['2,001 seats', Array.from({ length: 2_001 }, (_, at) => ({ row: 'A', number: at + 1 })), 'input.seats', /1 to 2,000/],
    ['a row without a name', [{ row: '', number: 1 }], 'input.seats.0.row', /letters and digits/],
    ['a row with a long name', [{ row: 'ABCDEFGHIJK', number: 1 }], 'input.seats.0.row', /letters and digits/],
    ['a row with a dot', [{ row: 'A.', number: 1 }], 'input.seats.0.row', /letters and digits/],
    ['a row with a dollar sign', [{ row: '$A', number: 1 }], 'input.seats.0.row', /letters and digits/],
    ['number 0', [...twoSeats, { row: 'B', number: 0 }], 'input.seats.2.number', /1 to 9,999/],
    ['a seat twice', [...twoSeats, { row: 'A', number: 1, x: 9 }], 'input.seats.2', /repeats row A number 1/],
    ['two seats at one place', [...twoSeats, { row: 'A', number: 3, x: 2 }], 'input.seats.2', /another seat of row A/],
    ['a seat far outside', [{ row: 'A', number: 1, x: 1e9 }], 'input.seats.0.x', /10,000/],
  ]
  test.each(refused)('%s', async (_, given, field, message) => {
    expect(await ask('createAuditorium', { input: { name: 'Room', seats: given } })).toEqual(refusal(field, message))
  })

  test('by default x is the number and y the row\'s index; labels are unique, whatever the rows are called', async () => {
    const given = [{ row: 'Z', number: 4 }, { row: '1', number: 12 }, { row: '11', number: 2 }, { row: 'Z', number: 5, x: 7.5, y: 0.5, kind: 'PREMIUM' }]
    expect((await ask('createAuditorium', { input: { name: 'Room', seats: given } })).data).toMatchObject({
      createAuditorium: {
        seats: [
          { label: 'Z4', x: 4, y: 0, kind: 'STANDARD' }, { label: '1-12', x: 12, y: 1 }, { label: '11-2', x: 2, y: 2 },
          { label: 'Z5', x: 7.5, y: 0.5, kind: 'PREMIUM' },
        ],
      },
    })
  })
})

describe('a screening', () => {
  const prices = [{ kind: 'STANDARD', amount: 1200 }]
  const refused: [string, Record<string, unknown>, string, RegExp][] = [
    ['in the past', { startsAt: '2020-01-01T00:00:00Z' }, 'input.startsAt', /future/],
    ['in no currency', { currency: 'XX' }, 'input.currency', /ISO 4217/],
    ['in a currency that is none', { currency: 'AAA' }, 'input.currency', /ISO 4217/],
    ['with a price below 0', { prices: [{ kind: 'STANDARD', amount: -1 }] }, 'input.prices.0.amount', /0 or more/],
    ['with two prices for a kind', { prices: [...prices, ...prices] }, 'input.prices', /one price for each kind/],
    ['without a price for a kind that is there', { prices: [{ kind: 'PREMIUM', amount: 1 }] }, 'input.prices', /STANDARD/],
    ['locked for 0 s', { lockSeconds: 0 }, 'input.lockSeconds', /1 to 3,600/],
    ['locked for more than an hour', { lockSeconds: 3_601 }, 'input.lockSeconds', /1 to 3,600/],
    ['with no tickets for an order', { maxTicketsPerOrder: 0 }, 'input.maxTicketsPerOrder', /1 to 50/],
    ['with 51 tickets for an order', { maxTicketsPerOrder: 51 }, 'input.maxTicketsPerOrder', /1 to 50/],
  ]
  test.each(refused)('%s', async (_, more, field, message) => {
    const [movieId, auditoriumId] = [await createMovie(tickets.ask), await createAuditorium(tickets.ask)]
    const input = { movieId, auditoriumId, startsAt: inHours(1), currency: 'EUR', prices, ...more }
    expect(await ask('scheduleScreening', { input })).toEqual(refusal(field, message))
  })

  test('of an unknown movie, in an unknown auditorium, or unknown itself: NOT_FOUND', async () => {
    const input = { movieId: await createMovie(tickets.ask), auditoriumId: await createAuditorium(tickets.ask), startsAt: inHours(1), currency: 'EUR', prices }
    expect((await ask('scheduleScreening', { input: { ...input, movieId: 'none' } })).codes).toEqual(['NOT_FOUND'])
    expect((await ask('scheduleScreening', { input: { ...input, auditoriumId: 'none' } })).codes).toEqual(['NOT_FOUND'])
    expect((await ask('cancelScreening', { id: 'none' })).codes).toEqual(['NOT_FOUND'])
  })
})

describe('blocking tickets', () => {
  test('is refused, with the field, where they are none, too many, unknown, repeated, or of two screenings', async () => {
    const [one, two] = [await aScreening(tickets.ask), await aScreening(tickets.ask)]
    expect(await block([])).toEqual(refusal('ids', /1 to 500/))
    expect(await block(Array.from({ length: 501 }, () => 'x'))).toEqual(refusal('ids', /1 to 500/))
    expect(await block([one.tickets['A1'], 'none'])).toEqual(refusal('ids.1', /no ticket/))
    expect(await block([`${one.id}.WjE`])).toEqual(refusal('ids.0', /no ticket/))
    expect(await block([one.tickets['A1'], one.tickets['A1']])).toEqual(refusal('ids.1', /repeated/))
    expect(await block([one.tickets['A1'], two.tickets['A1']])).toEqual(refusal('ids.1', /another screening/))
    expect(await block([one.tickets['A1']], '')).toEqual(refusal('reason', /1 to 200/))
    const { data } = await tickets.ask('query ($id: ID!) { screening(id: $id) { version availableCount } }', { id: one.id })
    expect(data).toEqual({ screening: { version: 1, availableCount: 15 } })
  })

  test('is refused where one is reserved or locked, and takes none of the others', async () => {
    const { id, tickets: seats } = await aScreening(tickets.ask)
    const wish = { kind: 'TICKETS' as const, ticketIds: [String(seats['A1'])] }
    const order = { orderId: 'o1', screeningId: id, buyerId: 'me', wish, createdAt: new Date().toISOString() }
    await tickets.send('order.created', order)
    await expect.poll(async () => (await tickets.ask('query ($id: ID!) { screening(id: $id) { version } }', { id })).data).toEqual({ screening: { version: 2 } })
    expect(await block([seats['A2'], seats['A1']])).toEqual(refusal('ids.1', /LOCKED/))
    expect((await ask('unblockTickets', { ids: [seats['A2'], seats['A1']] })).data).toMatchObject({ unblockTickets: [{ status: 'AVAILABLE' }, { status: 'LOCKED' }] })
  })
})

test('several changes in one document: each answer shows the screening after its own', async () => {
  const { id, tickets: seats } = await aScreening(tickets.ask)
  const { data } = await tickets.ask(
    `mutation ($id: ID!, $ids: [ID!]!) {
      blocked: blockTickets(ids: $ids, reason: "A broken seat") { status }
      unblocked: unblockTickets(ids: $ids) { status }
      again: blockTickets(ids: $ids, reason: "A broken seat") { status screening { availableCount } }
      cancelled: cancelScreening(id: $id) { status availableCount tickets { status } }
    }`,
    { id, ids: [seats['A1']] },
    admin,
  )
  expect(data).toEqual({
    blocked: [{ status: 'BLOCKED' }],
    unblocked: [{ status: 'AVAILABLE' }],
    again: [{ status: 'BLOCKED', screening: { availableCount: 14 } }],
    cancelled: { status: 'CANCELLED', availableCount: 0, tickets: Array.from({ length: 15 }, () => ({ status: 'BLOCKED' })) },
  })
})

describe('a search', () => {
  test.each([['x'.repeat(201), /at most 200/], ['\u0000', /control/]])('for %j', async (search, message) => {
    expect(await tickets.ask('query ($search: String) { movies(search: $search) { totalCount } }', { search })).toEqual(refusal('search', message))
  })
})

describe('a page', () => {
  test.each([['first: 0', 'first'], ['first: 101', 'first'], ['first: -1', 'first'], ['after: "nonsense"', 'after']])('%s', async (args, field) => {
    for (const list of ['movies', 'screenings']) expect(await tickets.ask(`{ ${list}(${args}) { totalCount } }`)).toEqual(refusal(field, /must be/))
  })
})
