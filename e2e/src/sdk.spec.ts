import { createServer, type ServerResponse } from 'node:http'
import { createClient, type Client, type LiveOrder, type LiveSeatMap, type SeatMapState } from '@mov-ticket/sdk'
import { listenLocally } from '@mov-ticket/shared-events'
import { WebSocket } from 'ws'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { eventually } from './eventually.js'
import { startTestPlatform, type TestPlatform } from './platform.js'
import { schedule, type Screening } from './screenings.js'

let platform: TestPlatform
let url: string
beforeAll(async () => {
  platform = await startTestPlatform('sdk')
  url = platform.url
}, 120_000)
afterAll(async () => platform.stop())

let buyers = 0
async function aBuyer(): Promise<Client> {
  const client = createClient({ url, webSocket: WebSocket })
  const signedUp = await client.signUp({ input: { email: `sdk${buyers++}@e2e.example`, password: 'a long password', name: 'Ada' } })
  if (signedUp.__typename !== 'SignedIn') throw new Error(signedUp.message)
  return client
}

/** Of one more session of the same buyer. */
async function tokenOf(buyer: Client): Promise<string> {
  const { email = '' } = (await buyer.me()) ?? {}
  const signedIn = await createClient({ url }).signIn({ input: { email, password: 'a long password' } })
  if (signedIn.__typename !== 'SignedIn') throw new Error(signedIn.message)
  return signedIn.token
}

/** The state that a watch shows, kept up to date until the test ends. */
function latest(client: Client, screeningId: string): { readonly maps: LiveSeatMap[]; readonly now: () => LiveSeatMap | undefined } {
  const maps: LiveSeatMap[] = []
  onTestFinished(client.seatMap.watch(screeningId, (map) => void maps.push(map)))
  return { maps, now: () => maps.at(-1) }
}

async function equalsTheServers(client: Client, { id: screeningId }: Screening, now: () => LiveSeatMap | undefined): Promise<void> {
  await eventually(
    async () => ({ mine: shape(now()?.state), theirs: await client.seatMap({ screeningId }), status: now()?.status }),
    ({ mine, theirs, status }) => status === 'live' && JSON.stringify(mine) === JSON.stringify(theirs?.tickets.map(({ id, status: is, version }) => [id, is, version])),
  )
}

const shape = (state: SeatMapState | undefined) => [...(state?.tickets.values() ?? [])].map(({ id, status, version }) => [id, status, version])

describe.sequential('the SDK', () => {
  test('signs up, finds a screening, books and follows the order', async () => {
    const screening = await schedule(platform.admin, { lockSeconds: 60 })
    const client = await aBuyer()
    expect((await client.me())?.name).toBe('Ada')
    expect((await client.screening({ id: screening.id }))?.movie.title).toBe('The General')

    const result = await client.createBestOrder({ input: { screeningId: screening.id, count: 2 } })
    if (result.__typename === 'OrderRefused') throw new Error(result.refusal.message)
    const { order } = result
    expect(order).toMatchObject({ status: 'LOCKED', tickets: [{ status: 'LOCKED' }, { status: 'LOCKED' }] })
    expect(Date.parse(order.expiresAt ?? '') - client.clock.now()).toBeGreaterThan(55_000)

    const seen: LiveOrder[] = []
    const following = (async () => {
      for await (const live of client.orders.watch(order.id)) {
        seen.push(live)
        if (live.state?.status === 'RESERVED') return
      }
    })()
    await eventually(async () => seen.length, (count) => count > 0)
    expect(await client.reserveOrder({ orderId: order.id })).toMatchObject({ order: { status: 'RESERVED' } })
    await following
    expect(seen[0]).toMatchObject({ status: 'live', state: { status: 'LOCKED' } })
    expect(seen.at(-1)).toMatchObject({ status: 'live', state: { status: 'RESERVED' } })
    const versions = seen.map(({ state }) => state?.version ?? 0)
    expect(versions).toEqual(versions.toSorted((a, b) => a - b))
  })

  test('gives refusals as data and faults as one kind of error', async () => {
    const screening = await schedule(platform.admin)
    const [ada, bob] = [await aBuyer(), await aBuyer()]
    const ticketIds = screening.ticketIds.slice(0, 2)
    await ada.createOrder({ input: { screeningId: screening.id, ticketIds } })
    const refused = await bob.createOrder({ input: { screeningId: screening.id, ticketIds } })
    expect(refused).toMatchObject({
      __typename: 'OrderRefused',
      refusal: { code: 'SEATS_UNAVAILABLE', tickets: ticketIds.map((id) => ({ id })) },
      order: { status: 'REJECTED' },
    })
    await expect(bob.createOrder({ input: { screeningId: screening.id, ticketIds: [] } })).rejects.toMatchObject({
      name: 'GraphError', code: 'BAD_USER_INPUT', fields: { 'input.ticketIds': expect.any(String) }, correlationId: expect.any(String),
    })
    await expect(createClient({ url }).myOrders()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    await expect(createClient({ url: 'http://127.0.0.1:1/graphql', retries: 0 }).me()).rejects.toMatchObject({ code: 'NETWORK' })
  })

  test.each([['WebSocket', WebSocket], ['server-sent events', null]])('watches a seat map over %s', async (_, webSocket) => {
    const screening = await schedule(platform.admin)
    const buyer = await aBuyer()
    const { maps, now } = latest(createClient({ url, webSocket }), screening.id)
    await eventually(async () => now()?.status, (status) => status === 'live')
    expect(now()?.state.tickets.size).toBe(screening.ticketIds.length)

    const [ticketId = ''] = screening.ticketIds
    await buyer.createOrder({ input: { screeningId: screening.id, ticketIds: [ticketId] } })
    await equalsTheServers(buyer, screening, now)
    expect(maps.at(-1)?.state.changed).toMatchObject([{ id: ticketId, status: 'LOCKED' }])
  })

  test('signing in renews what is watched and the map stays live over it; after signing out it goes on, for nobody in particular', async () => {
    const screening = await schedule(platform.admin)
    const client = createClient({ url, webSocket: WebSocket })
    const { maps, now } = latest(client, screening.id)
    await eventually(async () => now()?.status, (status) => status === 'live')
    await client.signUp({ input: { email: `sdk${buyers++}@e2e.example`, password: 'a long password', name: 'Ada' } })
    const booked = await client.createBestOrder({ input: { screeningId: screening.id, count: 1 } })
    if (booked.__typename === 'OrderRefused') throw new Error(booked.refusal.message)
    for await (const { status } of client.orders.watch(booked.order.id)) if (status === 'live') break
    expect(maps.filter(({ status }) => status !== 'live')).toEqual([])
    await client.signOut()
    await equalsTheServers(client, screening, now)
    await expect(client.myOrders()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  test('a watch of what is not there, or not mine, ends', async () => {
    const client = await aBuyer()
    const seen = []
    for await (const { status, state } of client.seatMap.watch('no-such-screening')) seen.push([status, state.version])
    for await (const { status, state } of client.orders.watch('no-such-order')) seen.push([status, state])
    for await (const { status, error } of createClient({ url, webSocket: WebSocket }).orders.watch('anything')) seen.push([status, error?.code])
    expect(seen).toEqual([['ended', null], ['ended', null], ['ended', 'UNAUTHENTICATED']])
  })

  test.each([['WebSocket', WebSocket, 0], ['server-sent events', null, 2]])('after kill -9 of the gateway a watch over %s resumes, and what it shows is the truth', async (_, webSocket, leastStreams) => {
    const screening = await schedule(platform.admin)
    const buyer = await aBuyer()
    let streams = 0
    const counting: typeof fetch = async (input, init) => {
      if (new Headers(init?.headers).get('accept') === 'text/event-stream') streams += 1
      return fetch(input, init)
    }
    const { maps, now } = latest(createClient({ url, webSocket, fetch: counting }), screening.id)
    await eventually(async () => now()?.status, (status) => status === 'live')
    const { gateway } = platform.processes
    gateway.kill('SIGKILL')
    await eventually(async () => now()?.status, (status) => status === 'stale')
    await gateway.restart()
    await buyer.createOrder({ input: { screeningId: screening.id, ticketIds: screening.ticketIds.slice(0, 3) } })
    await equalsTheServers(buyer, screening, now)
    expect(new Set(maps.map(({ status }) => status))).toEqual(new Set(['live', 'stale']))
    expect(streams).toBeGreaterThanOrEqual(leastStreams)
  }, 60_000)

  test('a createOrder whose answer is lost 20 times is one order', async () => {
    const screening = await schedule(platform.admin)
    const proxy = await startForgetfulProxy(platform.url, 20)
    const buyer = await aBuyer()
    const unlucky = createClient({ url: proxy.address, token: await tokenOf(buyer), retries: 20, pauseMs: 100 })
    const ticketIds = screening.ticketIds.slice(0, 2)
    const result = await unlucky.createOrder({ input: { screeningId: screening.id, ticketIds } })
    expect(result).toMatchObject({ __typename: 'OrderAccepted', order: { status: 'LOCKED', tickets: ticketIds.map((id) => ({ id })) } })
    expect(proxy.lost()).toBe(20)
    expect(await buyer.myOrders()).toMatchObject({ totalCount: 1 })
  }, 60_000)

  test('createOrder, its answer lost again and again, 20 times in all: each call is one order', async () => {
    const screening = await schedule(platform.admin)
    const proxy = await startForgetfulProxy(platform.url, 4)
    const wishes = screening.ticketIds.slice(0, 5)
    const buyer = await aBuyer()
    const unlucky = createClient({ url: proxy.address, token: await tokenOf(buyer) })
    const results = await Promise.all(wishes.map(async (id) => unlucky.createOrder({ input: { screeningId: screening.id, ticketIds: [id] } })))
    expect(proxy.lost()).toBe(20)
    for (const result of results) expect(result).toMatchObject({ __typename: 'OrderAccepted', order: { status: 'LOCKED' } })
    const { nodes } = await buyer.myOrders()
    expect(nodes.flatMap(({ status, tickets }) => [status, ...tickets.map(({ id }) => id)]).toSorted()).toEqual(
      wishes.flatMap((id) => ['LOCKED', id]).toSorted(),
    )
  }, 60_000)
})

/** Passes requests on, and loses the first answers to each. */
async function startForgetfulProxy(to: string, losses: number) {
  const answers = new Map<string, number>()
  let lost = 0
  const server = createServer((request, response: ServerResponse) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => void chunks.push(chunk))
    request.on('end', () => {
      const headers = { 'content-type': 'application/json', authorization: request.headers.authorization ?? '' }
      const body = Buffer.concat(chunks).toString()
      fetch(to, { method: 'POST', headers, body })
        .then(async (answer) => ({ status: answer.status, text: await answer.text() }))
        .then(({ status, text }) => {
          const count = (answers.get(body) ?? 0) + 1
          answers.set(body, count)
          if (count > losses) return response.writeHead(status, { 'content-type': 'application/json' }).end(text)
          lost += 1
          return response.destroy()
        })
        .catch(() => response.destroy())
    })
  })
  const port = await listenLocally(server)
  onTestFinished(() => void server.close())
  return { address: `http://127.0.0.1:${port}`, lost: () => lost }
}
