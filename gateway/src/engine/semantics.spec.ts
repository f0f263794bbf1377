import { GraphQLError } from 'graphql'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startSmallGraph } from './testing/small-graph.js'
import type { SmallGraph } from './testing/small-graph.js'

const titles: Readonly<Record<string, string>> = { m1: 'Metropolis', m2: 'M', ['__proto__']: 'Proto' }
/** What mutations did, in their order. */
const done: string[] = []

const catalog = {
  typeDefs: `
    scalar Anything
    type Movie @key(fields: "id") { id: ID! title: String! year: Int seats: Int price: Price anything(of: Anything): Anything hidden: String @inaccessible }
    type Price @shareable { amount: Int! currency: String! }
    type Trailer { seconds: Int! }
    type Secret @inaccessible { code: String }
    union Found = Movie | Trailer | Secret
    type Query { movie(id: ID!): Movie movies: [Movie]! found: [Found] }
    type Mutation { openCatalog(name: String!): String! }
  `,
  resolvers: {
    Query: {
      movie: (_: unknown, { id }: { id: string }) => ({ id }),
      movies: () => [{ id: 'm1' }, null, { id: 'bad' }, { id: 'm2' }],
      found: () => [{ __typename: 'Movie', id: 'm1' }, { __typename: 'Secret', code: '007' }, { __typename: 'Trailer', seconds: 90 }],
    },
    Movie: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      title: ({ id }: { id: string }) => (Object.hasOwn(titles, id) ? titles[id] : 'Unknown'),
      seats: () => 1,
      price: () => ({ amount: 9, currency: 'EUR' }),
      anything: (_: unknown, { of }: { of: unknown }) => of ?? JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1}'),
    },
    Mutation: {
      openCatalog: async (_: unknown, { name }: { name: string }) => {
        await new Promise(setImmediate)
        done.push(`catalog ${name}`)
        return name
      },
    },
  },
}

const box = {
  typeDefs: `
    type Movie @key(fields: "id") { id: ID! seats: Int @override(from: "catalog") shows: [Show!] best: Show! lowest: Price }
    type Show { hall: String! left: Int }
    type Price @shareable { amount: Int! currency: String! }
    type Query { lowest: Price }
    type Mutation { openBox(name: String!): String }
  `,
  resolvers: {
    Query: { lowest: () => ({ amount: 5, currency: 'EUR' }) },
    Movie: {
      // What is thrown at once would be an error of all entities.
      __resolveReference: async ({ id }: { id: string }) => {
        if (id === 'bad') throw new GraphQLError('There is no such movie.', { extensions: { code: 'NOT_FOUND' } })
        return { id }
      },
      seats: () => 100,
      shows: ({ id }: { id: string }) => [{ hall: 'A', left: 1 }, { hall: id === 'm2' ? null : 'B', left: 2 }],
      best: ({ id }: { id: string }) => (id === 'm2' ? null : { hall: 'A' }),
      lowest: () => ({ amount: 5, currency: 'EUR' }),
    },
    Mutation: {
      openBox: (_: unknown, { name }: { name: string }) => {
        done.push(`box ${name}`)
        if (name === 'broken') throw new GraphQLError('It jams.', { extensions: { code: 'FORBIDDEN' } })
        return name
      },
    },
  },
}

let graph: SmallGraph
beforeAll(async () => {
  graph = await startSmallGraph({ catalog, box })
})
afterAll(() => graph.stop())
beforeEach(() => void graph.asked.splice(0))

describe.each(['apollo', 'rust'] as const)('on the planner %s', (planner) => {
  const ask = (query: string, variables?: Readonly<Record<string, unknown>>) => graph[planner](query, variables)

  it('an entity that is null, one that is not found and one whose field may not be null stay where they are', async () => {
    const { data, errors } = await ask('{ all: movies { name: title halls: shows { hall left } } }')
    expect(data).toEqual({
      all: [
        { name: 'Metropolis', halls: [{ hall: 'A', left: 1 }, { hall: 'B', left: 2 }] },
        null,
        { name: 'Unknown', halls: null },
        { name: 'M', halls: null },
      ],
    })
    expect(new Set(errors.map(({ path = [], extensions }) => `${path.join('/')} ${String(extensions?.['code'])}`))).toEqual(
      new Set(['all/2 NOT_FOUND', 'all/3/halls/1/hall INTERNAL']),
    )
  })

  it('null goes up to what may be null, and one error says why', async () => {
    const { data, errors } = await ask('{ first: movie(id: "m1") { best { hall } } second: movie(id: "m2") { title best { hall } } }')
    expect(data).toEqual({ first: { best: { hall: 'A' } }, second: null })
    expect(errors).toMatchObject([{ path: ['second', 'best'], extensions: { code: 'INTERNAL' } }])
  })

  it('@skip and @include leave out what they should, in fragments and on entities too', async () => {
    const query = `query ($yes: Boolean!, $no: Boolean = false) {
      movie(id: "m1") { id @skip(if: $yes) ...more @include(if: $no) ... @include(if: $yes) { seats shows @skip(if: $yes) { hall } } }
    }
    fragment more on Movie { title best { hall } }`
    expect(await ask(query, { yes: true })).toMatchObject({ data: { movie: { seats: 100 } }, errors: [] })
    const { data } = await ask(query, { yes: false, no: true })
    expect(data).toEqual({ movie: { id: 'm1', title: 'Metropolis', best: { hall: 'A' } } })
  })

  it('a field with @override comes from its new owner alone', async () => {
    expect(await ask('{ movie(id: "m1") { seats } }')).toMatchObject({ data: { movie: { seats: 100 } }, errors: [] })
    expect(graph.asked.filter((one) => one.startsWith('catalog')).join('\n')).not.toContain('seats')
  })

  it('value types are put together from whoever is asked', async () => {
    const { data, errors } = await ask('{ lowest { amount } movie(id: "m1") { price { amount currency } lowest { currency } } }')
    expect({ data, errors }).toEqual({
      data: { lowest: { amount: 5 }, movie: { price: { amount: 9, currency: 'EUR' }, lowest: { currency: 'EUR' } } },
      errors: [],
    })
  })

  it('of what is @inaccessible nothing is seen: an object of such a type is null, and an error', async () => {
    const { data, errors } = await ask('{ found { ... on Movie { title } ... on Trailer { seconds } } __type(name: "Secret") { name } movie: __type(name: "Movie") { fields { name } } }')
    expect(data).toMatchObject({ found: [{ title: 'Metropolis' }, null, { seconds: 90 }], __type: null })
    expect(JSON.stringify(data)).not.toMatch(/hidden|Secret|007/)
    expect(errors).toMatchObject([{ path: ['found', 1], extensions: { code: 'INTERNAL' } }])
  })

  it('introspection and data come in one answer, in the order asked for', async () => {
    const { data } = await ask('{ kind: __typename movie(id: "m1") { __typename title } __type(name: "Movie") { name } __schema { queryType { name } } }')
    expect(JSON.stringify(data)).toBe(
      '{"kind":"Query","movie":{"__typename":"Movie","title":"Metropolis"},"__type":{"name":"Movie"},"__schema":{"queryType":{"name":"Query"}}}',
    )
  })

  it('__proto__ and friends are names and values like others', async () => {
    const { data, errors } = await ask(
      'query ($__proto__: ID!) { __proto__: movie(id: $__proto__) { constructor: title toString: seats anything id __typename: year } }',
      JSON.parse('{"__proto__": "__proto__"}'),
    )
    expect(errors).toEqual([])
    expect(JSON.stringify(data)).toBe(
      '{"__proto__":{"constructor":"Proto","toString":100,"anything":{"__proto__":{"polluted":true},"constructor":1},"id":"__proto__","__typename":null}}',
    )
    expect({}).not.toHaveProperty('polluted')
  })

  it('variables are coerced before anybody is asked, and reach subgraphs as they were given', async () => {
    const query = 'query ($id: ID! = "m1", $of: Anything) { movie(id: $id) { title anything(of: $of) } }'
    expect(await ask(query, { of: { deep: [1, { __proto__: null, a: 'é\u2028' }] } })).toMatchObject({
      data: { movie: { title: 'Metropolis', anything: { deep: [1, { a: 'é\u2028' }] } } },
      errors: [],
    })
    graph.asked.splice(0)
    const { data, errors } = await ask(query, { id: null })
    expect(data).toBeUndefined()
    expect(errors).toHaveLength(1)
    expect(graph.asked).toEqual([])
  })

  it('mutations run one after the other, whichever subgraph they are of, and one that fails stops none', async () => {
    done.splice(0)
    const { data, errors } = await ask('mutation { a: openCatalog(name: "1") b: openBox(name: "broken") c: openCatalog(name: "2") d: openBox(name: "3") }')
    expect(done).toEqual(['catalog 1', 'box broken', 'catalog 2', 'box 3'])
    expect(data).toEqual({ a: '1', b: null, c: '2', d: '3' })
    expect(errors).toMatchObject([{ path: ['b'], extensions: { code: 'FORBIDDEN' } }])
  })

  it('equal entities are asked for once, and each place has its own object', async () => {
    const { data } = await ask('{ a: movie(id: "m1") { seats } b: movie(id: "m1") { seats best { hall } } }')
    expect(data).toEqual({ a: { seats: 100 }, b: { seats: 100, best: { hall: 'A' } } })
  })
})
