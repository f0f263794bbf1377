import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSocket } from '../live/testing/socket-client.js'
import { openStream } from '../live/testing/stream-client.js'
import { startTestGateway } from '../testing/test-gateway.js'
import type { TestGateway } from '../testing/test-gateway.js'
import { readRegistry } from './read-registry.js'

const movies = 'query Movies($first:Int){movies(first:$first){totalCount}}'
const seatMap = 'subscription SeatMap($id:ID!){seatMapChanged(screeningId:$id){version}}'
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
const extensions = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: hashOf(text) } })

let folder: string
let gateway: TestGateway
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'persisted-'))
  const [sdk, web] = [join(folder, 'sdk.json'), join(folder, 'web.json')]
  await writeFile(sdk, JSON.stringify({ [hashOf(movies)]: movies }))
  await writeFile(web, JSON.stringify({ [hashOf(seatMap)]: seatMap }))
  gateway = await startTestGateway({
    environment: { PERSISTED_ONLY: `${sdk}, ${web}` },
    subgraphs: {
      tickets: { resolvers: { Query: { movies: () => ({ totalCount: 41 }), seatMap: () => ({ screening: { id: 's1' }, version: 7, full: true, tickets: [] }) } } },
    },
  })
})
afterAll(async () => {
  await gateway.stop()
  await rm(folder, { recursive: true })
})

describe('a gateway with PERSISTED_ONLY', () => {
  const data = { movies: { totalCount: 41 } }

  it('answers what is registered, by POST and GET, by text and by hash', async () => {
    const search = new URLSearchParams({ extensions: JSON.stringify(extensions(movies)), variables: '{"first":1}' })
    const answers = [
      await gateway.post({ query: movies }),
      await gateway.post({ extensions: extensions(movies), variables: { first: 1 } }),
      await gateway.get(`/graphql?${search.toString()}`, { 'apollo-require-preflight': 'yes' }),
    ]
    expect(answers.map(({ status, body }) => [status, body])).toEqual(answers.map(() => [200, { data }]))
  })

  it('refuses the rest, and shows no playground that could not ask anything', async () => {
    const unknown = await gateway.post({ query: '{__schema{types{name}}}' })
    expect([unknown.status, unknown.body.errors[0].extensions]).toEqual([403, { code: 'OPERATION_NOT_ALLOWED' }])
    const notFound = await gateway.post({ extensions: extensions('{me{id}}') })
    expect([notFound.status, notFound.body.errors]).toEqual([200, [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }]])
    const page = await gateway.get('/graphql', { accept: 'text/html' })
    expect([page.status, page.body.errors[0].extensions]).toEqual([403, { code: 'OPERATION_NOT_ALLOWED' }])
  })

  it('does the same over WebSockets', async () => {
    const client = await openSocket(gateway.url)
    client.send({ type: 'connection_init' })
    expect(await client.next()).toEqual({ type: 'connection_ack' })
    client.subscribe('text', seatMap, { id: 's1' })
    expect(await client.next()).toEqual({ id: 'text', type: 'next', payload: { data: { seatMapChanged: { version: 7 } } } })
    client.send({ id: 'hash', type: 'subscribe', payload: { query: '', extensions: extensions(seatMap), variables: { id: 's1' } } })
    expect(await client.next()).toEqual({ id: 'hash', type: 'next', payload: { data: { seatMapChanged: { version: 7 } } } })
    client.subscribe('other', 'subscription{orderChanged(id:"1"){id}}')
    expect(await client.next()).toMatchObject({ id: 'other', type: 'error', payload: [{ extensions: { code: 'OPERATION_NOT_ALLOWED' } }] })
    await client.close()
  })

  it('and over server-sent events', async () => {
    const stream = await openStream(gateway.url, { variables: { id: 's1' }, extensions: extensions(seatMap) })
    expect(await stream.next()).toEqual({ event: 'next', data: { data: { seatMapChanged: { version: 7 } } } })
    stream.close()
    expect(await openStream(gateway.url, { query: '{me{id}}' })).toMatchObject({ status: 403 })
  })

  it('is not started with a list that can’t be read', async () => {
    await expect(readRegistry([join(folder, 'nowhere.json')])).rejects.toThrow('nowhere.json (PERSISTED_ONLY) is no list')
    expect(await readRegistry([])).toBeNull()
  })
})
