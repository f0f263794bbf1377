import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { aScreening, createAuditorium, createMovie, inHours, schedule } from '../testing/programme.js'
import { admin, startTicketsForSpecs, type Answered, type RunningTickets } from '../testing/running-tickets.js'

let tickets: RunningTickets
beforeAll(async () => void (tickets = await startTicketsForSpecs()))
afterAll(() => tickets.stop())

const pageShape = z.object({ nodes: z.array(z.object({ startsAt: z.string().optional() })), pageInfo: z.object({ endCursor: z.string() }) })
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

describe('screenings', () => {
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
    await tickets.ask('mutation ($ids: [ID!]!) { blockTickets(ids: $ids, reason: "broken") { id } }', { ids: [seats['B1'], seats['A2']] }, admin)
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
