import type { SupergraphManager } from '@apollo/gateway'
import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startTestGateway } from '../testing/test-gateway.js'
import type { TestGateway } from '../testing/test-gateway.js'

const complete = await readFile(new URL('../../supergraph.graphql', import.meta.url), 'utf8')
const withoutRating = without(complete, /^ {2}"""[^\n]*"""\n {2}rating: String @public\n/m)
const withPrivateTitle = without(complete, /(?<=^ {2}title: String!.*) @public(?=.*$)/m)

let gateway: TestGateway
let update: (supergraphSdl: string) => void
const held: (() => void)[] = []
let asked = 0

beforeEach(async () => {
  const supergraphSdl: SupergraphManager = {
    async initialize(given) {
      update = (sdl) => given.update(sdl)
      return { supergraphSdl: complete }
    },
  }
  gateway = await startTestGateway({
    supergraphSdl,
    environment: { GATEWAY_EXECUTOR: 'engine', READS_PER_SECOND: '1000000', ANONYMOUS_MUTATIONS_PER_SECOND: '1000000' },
    subgraphs: {
      auth: { resolvers: { Query: { me: () => null }, Mutation: { signOut: () => true } } },
      tickets: {
        resolvers: {
          Query: {
            async movie(_: unknown, { id }: { id: string }) {
              asked += 1
              if (id === 'slow') await new Promise<void>((letGo) => held.push(letGo))
              return { id, title: `Film ${id}`, rating: 'PG' }
            },
          },
        },
      },
    },
  })
})
afterEach(async () => {
  for (const letGo of held.splice(0)) letGo()
  await gateway.stop()
})

const film = (id: string, fields = 'title') => ({ query: `query Film($id: ID!) { movie(id: $id) { ${fields} } }`, variables: { id } })

describe('when a new supergraph takes over', () => {
  it('nothing fails under load', async () => {
    const requests = [
      [film('a'), { data: { movie: { title: 'Film a' } } }],
      [film('b', 'id title'), { data: { movie: { id: 'b', title: 'Film b' } } }],
      [{ query: '{ me { id } movie(id: "c") { title } }' }, { data: { me: null, movie: { title: 'Film c' } } }],
      [{ query: 'mutation { signOut }' }, { data: { signOut: true } }],
    ] as const
    const reloads = 12
    let answered = 0
    const over = new AbortController()

    async function keepAsking(): Promise<void> {
      while (!over.signal.aborted) {
        for (const [request, expected] of requests) {
          expect(await gateway.post(request)).toMatchObject({ status: 200, body: expected })
          answered += 1
        }
      }
    }

    const asking = Promise.all(Array.from({ length: 10 }, keepAsking))
    const failed = asking.catch(() => over.abort())
    for (let reload = 0; reload < reloads && !over.signal.aborted; reload += 1) {
      const before = answered
      await vi.waitUntil(() => over.signal.aborted || answered >= before + 100, 20_000)
      update([withoutRating, withPrivateTitle, complete][reload % 3] ?? complete)
    }
    over.abort()
    await failed
    await asking
    expect(answered).toBeGreaterThan(reloads * 100)
  }, 60_000)

  it('what runs ends on the old one, and what comes is of the new one, be it known or not', async () => {
    const rating = film('slow', 'rating')
    const running = gateway.post(rating)
    await vi.waitUntil(() => held.length === 1)
    for (const letGo of held.splice(0)) letGo()
    await running
    const known = gateway.post(rating)
    await vi.waitUntil(() => held.length === 1)
    update(withoutRating)
    const refused = await gateway.post(rating)
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] } })
    for (const letGo of held.splice(0)) letGo()
    expect((await known).body).toEqual({ data: { movie: { rating: 'PG' } } })
    update(complete)
    const again = gateway.post(rating)
    await vi.waitUntil(() => held.length === 1)
    for (const letGo of held.splice(0)) letGo()
    expect((await again).body).toEqual({ data: { movie: { rating: 'PG' } } })
  })

  it('what is not public any more is not shared any more', async () => {
    const slow = film('slow')
    const callers = ['one', 'other'].map((name) => ({ 'user-agent': name }))
    for (const [sdl, times] of [[complete, 1], [withPrivateTitle, 2]] as const) {
      update(sdl)
      const first = gateway.post(slow)
      await vi.waitUntil(() => held.length === 1)
      for (const letGo of held.splice(0)) letGo()
      await first
      asked = 0
      const asking = callers.map((headers) => gateway.post(slow, headers))
      await vi.waitUntil(() => held.length === times)
      await gateway.post(film('marker'))
      for (const letGo of held.splice(0)) letGo()
      for (const answer of asking) expect((await answer).body).toEqual({ data: { movie: { title: 'Film slow' } } })
      expect(asked).toBe(times + 1)
    }
  })
})

function without(text: string, part: RegExp): string {
  const changed = text.replace(part, '')
  if (changed === text) throw new Error('There is nothing like it in the supergraph.')
  return changed
}
