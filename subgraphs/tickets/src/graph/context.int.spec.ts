import { buildSubgraphSchema } from '@apollo/subgraph'
import { graphql, parse } from 'graphql'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { room } from '../testing/scene.js'
import { aWorkshop, type Workshop } from '../testing/workshop.js'
import { createContext, type Sources } from './context.js'
import { createResolvers } from './resolvers.js'

/*
 * A list costs as many questions to the database as one entry.
 */

const typeDefs = parse(await readFile(new URL('../../schema.graphql', import.meta.url), 'utf8'))

type ResolverMap = NonNullable<Extract<Parameters<typeof buildSubgraphSchema>[0], { typeDefs: unknown }>['resolvers']>

const nothingIsChanged = () => Promise.reject(new Error('nothing is changed here'))

/** Counts every question that a request leads to. */
function asking({ stores }: Workshop) {
  const asked: string[] = []
  const { movies, views, auditoriums, auditoriumStore } = stores
  const sources: Sources = {
    movies: { byIds: (ids) => (asked.push('movies'), movies.byIds(ids)) },
    auditoriums: { ...auditoriums, byIds: (ids) => (asked.push('auditoriums'), auditoriums.byIds(ids)) },
    views: {
      byIds: (ids, withSeats) => (asked.push('screenings'), views.byIds(ids, withSeats)),
      pages: (pages, withSeats) => (asked.push('pages'), views.pages(pages, withSeats)),
      counts: (filters) => (asked.push('counts'), views.counts(filters)),
    },
  }
  const own = createResolvers({ movies, auditoriums: auditoriumStore, open: nothingIsChanged, submit: nothingIsChanged, newId: randomUUID })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Generated resolver types have no index signature.
  const schema = buildSubgraphSchema({ typeDefs, resolvers: own as ResolverMap })
  const caller = { identity: null, address: '127.0.0.1', userAgent: null }

  return async (source: string, variableValues: Record<string, unknown> = {}) => {
    asked.length = 0
    const contextValue = createContext(sources, caller, new Date())
    const { data, errors } = await graphql({ schema, source, variableValues, contextValue })
    expect(errors).toBeUndefined()
    return { data, asked: asked.toSorted((a, b) => a.localeCompare(b)) }
  }
}

async function programme(workshop: Workshop): Promise<string[]> {
  const ids: string[] = []
  for (const title of ['A', 'B', 'C']) {
    const movie = await workshop.stores.movies.create({ id: randomUUID(), title, synopsis: '', runtimeMinutes: 90, rating: null, genres: [] })
    for (let day = 0; day < 4; day++) ids.push(await workshop.screening(room(5, 5), { movieId: movie.id }))
  }
  return ids
}

test('screenings with their movies, auditoriums and tickets: one question for each kind of thing', async () => {
  const workshop = await aWorkshop()
  await programme(workshop)
  const ask = asking(workshop)
  const { data, asked } = await ask(`{
    screenings { totalCount nodes { movie { title } auditorium { name } availableCount tickets { status screening { movie { title } } } } }
  }`)
  expect(data).toMatchObject({ screenings: { totalCount: 12, nodes: { length: 12, 0: { availableCount: 10, tickets: { length: 10 } } } } })
  expect(asked).toEqual(['auditoriums', 'counts', 'movies', 'pages'])
})

test('a page of screenings for each of many movies: one question for all pages, one for all counts', async () => {
  const workshop = await aWorkshop()
  await programme(workshop)
  const { data, asked } = await asking(workshop)('{ movies { nodes { title screenings(first: 3) { totalCount nodes { id } pageInfo { hasNextPage } } } } }')
  const page = { totalCount: 4, nodes: { length: 3 }, pageInfo: { hasNextPage: true } }
  expect(data).toMatchObject({ movies: { nodes: [{ title: 'A', screenings: page }, { title: 'B', screenings: page }, { title: 'C', screenings: page }] } })
  expect(asked).toEqual(['counts', 'pages'])
})

test('how full screenings are: no seats are read, and no auditorium', async () => {
  const workshop = await aWorkshop()
  await programme(workshop)
  const { data, asked } = await asking(workshop)('{ screenings(first: 100) { nodes { ticketCount availableCount status movie { title } } } }')
  expect(data).toMatchObject({ screenings: { nodes: { length: 12, 0: { ticketCount: 10, availableCount: 10 } } } })
  expect(asked).toEqual(['movies', 'pages'])
})

test('auditoriums with their seats: one question for those that are not in memory, none for those that are', async () => {
  const workshop = await aWorkshop()
  await programme(workshop)
  const ask = asking(workshop)
  const query = '{ auditoriums { nodes { name seatCount seatKinds seats { label } } } }'
  expect((await ask(query)).asked).toEqual(['auditoriums'])
  expect((await ask('{ auditoriums { nodes { id name } } }')).asked).toEqual([])
})

test('tickets by reference, of several screenings: one question', async () => {
  const workshop = await aWorkshop()
  const ids = await programme(workshop)
  const { data, asked } = await asking(workshop)(
    'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Ticket { status seat { label } price { amount } } } }',
    { representations: ids.flatMap((id) => ['QTE', 'QTI', 'QjM'].map((seat) => ({ __typename: 'Ticket', id: `${id}.${seat}` }))) },
  )
  expect(data).toMatchObject({ _entities: { length: 36, 35: { status: 'AVAILABLE', seat: { label: 'B3' }, price: { amount: 1200 } } } })
  expect(asked).toEqual(['auditoriums', 'screenings'])
})

test('seats are read only where tickets are asked for', async () => {
  const workshop = await aWorkshop()
  const [id = ''] = await programme(workshop)
  const context = createContext(workshop.stores, { identity: null, address: '127.0.0.1', userAgent: null }, new Date())
  expect((await context.screenings.load(id))?.holds).toBeNull()
  expect((await context.houses.load(id))?.holds).toEqual(new Map())
})
