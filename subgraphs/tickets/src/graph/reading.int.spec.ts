import type { Identity } from '@mov-ticket/service-kit'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { aScreening, createAuditorium, createMovie, inHours, schedule } from '../testing/programme.js'
import { admin, buyer, startTicketsForSpecs, type Answered, type RunningTickets } from '../testing/running-tickets.js'

let tickets: RunningTickets
beforeAll(async () => void (tickets = await startTicketsForSpecs()))
afterAll(() => tickets.stop())

const pageShape = z.object({ nodes: z.array(z.object({ startsAt: z.string().optional() })), pageInfo: z.object({ endCursor: z.string() }) })
const blocking = 'mutation ($ids: [ID!]!) { blockTickets(ids: $ids, reason: "broken") { id } }'
const endOf = (data: Answered['data'], list: string) => pageShape.parse(data?.[list]).pageInfo.endCursor

describe('movies', () => {
  test('are found by a part of their title, in upper or lower case, by title, page by page', async () => {
    for (const title of ['The Gold Rush', 'the general', 'A Trip to the Moon', 'GENERAL (.*) ELECTRIC']) await createMovie(tickets.ask, title)
    const query = `query ($search: String, $first: Int, $after: String) {
      movies(search: $search, first: $first, after: $after) { totalCount nodes { title } pageInfo { hasNextPage endCursor } }
    }`
    const { data } = await tickets.ask(query, { search: 'GENERAL', first: 1 })
    expect(data).toMatchObject({ movies: { totalCount: 2, nodes: [{ title: 'GENERAL (.*) ELECTRIC' }], pageInfo: { hasNextPage: true } } })
    const endCursor = endOf(data, 'movies')
    expect((await tickets.ask(query, { search: 'GENERAL', first: 1, after: endCursor })).data).toMatchObject({
      movies: { nodes: [{ title: 'the general' }], pageInfo: { hasNextPage: false } },
    })
    expect((await tickets.ask(query, { search: '(.*)' })).data).toMatchObject({ movies: { totalCount: 1 } })
    expect((await tickets.ask(query, { search: '.' })).data).toMatchObject({ movies: { totalCount: 1 } })
  })

  test('nobody knows are null', async () => {
    const { data } = await tickets.ask('{ movie(id: "none") { id } screening(id: "none") { id } seatMap(screeningId: "none") { full } }')
    expect(data).toEqual({ movie: null, screening: null, seatMap: null })
  })
})

describe('auditoriums', () => {
  test('come by name, page by page, with their seats or only how many and of which kinds', async () => {
    const own = await startTicketsForSpecs()
    onTestFinished(() => own.stop())
    for (const name of ['Studio', 'Gallery', 'Main hall']) await createAuditorium(own.ask, 2, 3, name)
    const query = `query ($after: String) {
      auditoriums(first: 2, after: $after) { totalCount nodes { name seatCount seatKinds } edges { node { seats { label } } } pageInfo { hasNextPage endCursor } }
    }`
    const { data } = await own.ask(query)
    expect(data).toMatchObject({
      auditoriums: {
        totalCount: 3, pageInfo: { hasNextPage: true },
        nodes: [{ name: 'Gallery', seatCount: 6, seatKinds: ['STANDARD'] }, { name: 'Main hall' }],
        edges: [{ node: { seats: { length: 6, 0: { label: 'A1' } } } }, { node: { seats: { length: 6 } } }],
      },
    })
    expect((await own.ask(query, { after: endOf(data, 'auditoriums') })).data).toMatchObject({
      auditoriums: { nodes: [{ name: 'Studio' }], pageInfo: { hasNextPage: false } },
    })
  })

  test('are found by their id; one that nobody knows is null', async () => {
    const id = await createAuditorium(tickets.ask, 2, 2, 'Loft')
    const { data } = await tickets.ask('query ($id: ID!) { auditorium(id: $id) { name seatCount seats { label } } none: auditorium(id: "none") { id } }', { id })
    expect(data).toMatchObject({ auditorium: { name: 'Loft', seatCount: 4, seats: { length: 4 } }, none: null })
  })

  test.each([[{ first: 0 }, 'first'], [{ first: 101 }, 'first'], [{ after: 'rubbish' }, 'after'], [{ after: 'WyJ4Il0' }, 'after']])('refuse %j', async (variables, field) => {
    const { codes, fields } = await tickets.ask('query ($first: Int, $after: String) { auditoriums(first: $first, after: $after) { nodes { id } } }', variables)
    expect(codes).toEqual(['BAD_USER_INPUT'])
    expect(fields).toHaveProperty(field)
  })
})

describe('screenings', () => {
  test('tell what was agreed when they were scheduled, and how full they are', async () => {
    const { id, tickets: seats } = await aScreening(tickets.ask, {
      avoidSingleSeats: true, prices: [{ kind: 'STANDARD', amount: 1200 }, { kind: 'PREMIUM', amount: 1 }],
    })
    await tickets.ask(blocking, { ids: [seats['A1'], seats['A2']] }, admin)
    const terms = 'query ($id: ID!) { screening(id: $id) { avoidSingleSeats prices { kind price { amount currency } } ticketCount availableCount } }'
    expect((await tickets.ask(terms, { id })).data).toEqual({
      screening: {
        avoidSingleSeats: true, prices: [{ kind: 'STANDARD', price: { amount: 1200, currency: 'EUR' } }], ticketCount: 15, availableCount: 13,
      },
    })
    await tickets.ask('mutation ($id: ID!) { cancelScreening(id: $id) { id } }', { id }, admin)
    expect((await tickets.ask(terms, { id })).data).toMatchObject({ screening: { ticketCount: 15, availableCount: 0 } })
  })

  test('come by start, from one time to before another, of one movie, page by page', async () => {
    const [movie, room] = [await createMovie(tickets.ask, 'Metropolis'), await createAuditorium(tickets.ask)]
    for (const hours of [3, 1, 2]) await schedule(tickets.ask, movie, room, { startsAt: inHours(hours) })
    const query = `query ($id: ID!, $from: DateTime, $to: DateTime, $first: Int, $after: String) {
      screenings(movieId: $id, from: $from, to: $to, first: $first, after: $after) { totalCount nodes { startsAt } pageInfo { hasNextPage endCursor } }
      movie(id: $id) { screenings(from: $from, to: $to) { totalCount edges { cursor node { movie { title } } } } }
    }`
    const all = await tickets.ask(query, { id: movie })
    const starts = pageShape.parse(all.data?.['screenings']).nodes.map(({ startsAt }) => startsAt)
    expect(starts).toHaveLength(3)
    expect(starts).toEqual(starts.toSorted((a = '', b = '') => a.localeCompare(b)))
    const between = await tickets.ask(query, { id: movie, from: starts[1], to: starts[2] })
    expect(between.data).toMatchObject({
      screenings: { totalCount: 1, nodes: [{ startsAt: starts[1] }] },
      movie: { screenings: { totalCount: 1, edges: [{ node: { movie: { title: 'Metropolis' } } }] } },
    })
    const first = await tickets.ask(query, { id: movie, first: 2 })
    const rest = await tickets.ask(query, { id: movie, first: 2, after: endOf(first.data, 'screenings') })
    expect(rest.data).toMatchObject({ screenings: { totalCount: 3, nodes: [{ startsAt: starts[2] }], pageInfo: { hasNextPage: false } } })
  })
})

describe('the seat map', () => {
  const query = `query ($id: ID!, $after: Int) {
    seatMap(screeningId: $id, afterVersion: $after) { version full tickets { seat { label } status version } screening { version availableCount } }
  }`

  test('is all of it without a version, and with one what changed since, in plan order', async () => {
    const { id, tickets: seats } = await aScreening(tickets.ask)
    await tickets.ask(blocking, { ids: [seats['B1'], seats['A2']] }, admin)
    expect((await tickets.ask(query, { id })).data).toMatchObject({
      seatMap: { version: 2, full: true, screening: { version: 2, availableCount: 13 }, tickets: { length: 15 } },
    })
    expect((await tickets.ask(query, { id, after: 1 })).data).toEqual({
      seatMap: {
        version: 2, full: false, screening: { version: 2, availableCount: 13 },
        tickets: [{ seat: { label: 'A2' }, status: 'BLOCKED', version: 2 }, { seat: { label: 'B1' }, status: 'BLOCKED', version: 2 }],
      },
    })
    expect((await tickets.ask(query, { id, after: 3 })).data).toMatchObject({ seatMap: { full: true } })
    expect((await tickets.ask(query, { id, after: -1 })).data).toMatchObject({ seatMap: { full: true } })
  })
})

describe('why a ticket was taken from sale', () => {
  const query = 'query ($id: ID!) { screening(id: $id) { tickets { status blockedReason } } }'
  const first = async (id: string, as: Identity) => {
    const { data } = await tickets.ask(query, { id }, as)
    return z.object({ screening: z.object({ tickets: z.array(z.unknown()) }) }).parse(data).screening.tickets[0]
  }

  test('is told to administrators, and to nobody else', async () => {
    const { id, tickets: seats } = await aScreening(tickets.ask)
    expect(await first(id, admin)).toEqual({ status: 'AVAILABLE', blockedReason: null })
    await tickets.ask(blocking, { ids: [seats['A1']] }, admin)
    expect(await first(id, admin)).toEqual({ status: 'BLOCKED', blockedReason: 'broken' })
    for (const who of [buyer('anna'), null]) expect(await first(id, who)).toEqual({ status: 'BLOCKED', blockedReason: null })
    await tickets.ask('mutation ($ids: [ID!]!) { unblockTickets(ids: $ids) { id } }', { ids: [seats['A1']] }, admin)
    expect(await first(id, admin)).toEqual({ status: 'AVAILABLE', blockedReason: null })
  })

  test('stays where the screening is cancelled then; the other tickets have none', async () => {
    const { id, tickets: seats } = await aScreening(tickets.ask)
    await tickets.ask(blocking, { ids: [seats['A2']] }, admin)
    const { data } = await tickets.ask('mutation ($id: ID!) { cancelScreening(id: $id) { tickets { status blockedReason } } }', { id }, admin)
    expect(data).toMatchObject({ cancelScreening: { tickets: { 0: { status: 'BLOCKED', blockedReason: null }, 1: { status: 'BLOCKED', blockedReason: 'broken' } } } })
  })
})

describe('entities', () => {
  test('are found by their keys; those that nobody knows are null', async () => {
    const { id, tickets: seats } = await aScreening(tickets.ask)
    const { data } = await tickets.ask(
      `query ($representations: [_Any!]!) {
        _entities(representations: $representations) { ... on Ticket { seat { label } screening { id } } ... on Screening { tickets { status } } }
      }`,
      {
        representations: [
          { __typename: 'Ticket', id: seats['B2'] }, { __typename: 'Ticket', id: `${id}.WjE` }, { __typename: 'Ticket', id: 'none' },
          { __typename: 'Screening', id }, { __typename: 'Screening', id: 'none' },
        ],
      },
    )
    expect(data).toMatchObject({
      _entities: [{ seat: { label: 'B2' }, screening: { id } }, null, null, { tickets: { length: 15 } }, null],
    })
  })
})
