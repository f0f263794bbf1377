import { backingServices, startFaultProxy } from '@mov-ticket/shared-events'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { startTestGateway } from '../testing/test-gateway.js'
import type { TestGateway } from '../testing/test-gateway.js'
import { createBoxOffice } from './testing/box-office.js'
import type { BoxOffice } from './testing/box-office.js'
import { createPeople } from './testing/people.js'
import { connect, openSocket } from './testing/socket-client.js'
import type { SocketClient, SocketOptions } from './testing/socket-client.js'
import { openStream } from './testing/stream-client.js'

const people = createPeople()
let office: BoxOffice
let gateway: TestGateway

beforeAll(async () => {
  office = await createBoxOffice()
  gateway = await startTestGateway({ ...office, whoIs: (token) => people.whoIs(token) })
})
afterAll(() => gateway.stop())
beforeEach(() => {
  people.trouble = null
  gateway.questions.splice(0)
})

const whoAmI = 'subscription { seatMapChanged(screeningId: "s1") { viewer } }'
const sessionEnded = { code: 4410, reason: 'Session ended' }
const unavailable = { code: 4503, reason: 'Unavailable' }

async function socket(options: SocketOptions & { readonly init?: object } = {}, at = gateway): Promise<SocketClient> {
  const client = await connect(at.url, options)
  onTestFinished(() => client.socket.terminate())
  return client
}

/** Such as `ada <session> CUSTOMER`, or `nobody`. */
async function seenAs(client: SocketClient): Promise<string> {
  client.subscribe('who', whoAmI)
  const { payload } = await client.next()
  client.send({ id: 'who', type: 'complete' })
  return payload.data.seatMapChanged.viewer
}

describe('a socket is whose', () => {
  it('cookie, header or initialisation it is: the last one goes first, the cookie last', async () => {
    const [ada, bob, cleo] = ['ada', 'bob', 'cleo'].map((name) => people.signIn(name))
    if (ada === undefined || bob === undefined || cleo === undefined) throw new Error('unreachable')
    expect(await seenAs(await socket())).toBe('nobody')
    expect(await seenAs(await socket({ headers: ada.cookie }))).toBe(`ada ${ada.sessionId} CUSTOMER`)
    expect(await seenAs(await socket({ headers: bob.bearer }))).toBe(`bob ${bob.sessionId} CUSTOMER`)
    expect(await seenAs(await socket({ headers: { ...ada.cookie, ...bob.bearer } }))).toBe(`bob ${bob.sessionId} CUSTOMER`)
    expect(await seenAs(await socket({ headers: { ...ada.cookie, ...bob.bearer }, init: cleo.bearer }))).toBe(`cleo ${cleo.sessionId} CUSTOMER`)
    expect(await seenAs(await socket({ headers: ada.cookie, init: { Authorization: `bearer  ${bob.token} ` } }))).toBe(`bob ${bob.sessionId} CUSTOMER`)
    expect(await seenAs(await socket({ headers: ada.cookie, init: { authorization: null, other: 1 } }))).toBe(`ada ${ada.sessionId} CUSTOMER`)
  })

  it.each([
    'Bearer unknown', 'Bearer', 'Bearer ', '', 'Basic abc', 'unknown', `Bearer ${'x'.repeat(201)}`, `Bearer ${'x'.repeat(10_000)}`, 'Bearer a b', 'Bearer \u0000', 7, {}, ['Bearer x'], true,
  ])('%j is nobody\'s, whatever the cookie says', async (authorization) => {
    const client = await socket({ headers: people.signIn('ada').cookie, init: { authorization } })
    expect(await seenAs(client)).toBe('nobody')
  })

  it.each(['Bearer unknown', 'Basic abc', 'Bearer'])('a header %j is nobody\'s, whatever the cookie says', async (authorization) => {
    expect(await seenAs(await socket({ headers: { ...people.signIn('ada').cookie, authorization } }))).toBe('nobody')
  })

  it('a cookie of another name is nobody\'s', async () => {
    const { token } = people.signIn('ada')
    for (const cookie of [`Session=${token}`, `xsession=${token}`, `session="${token}"`, 'session=', `__Host-session=${token}`]) {
      expect(await seenAs(await socket({ headers: { cookie } }))).toBe('nobody')
    }
  })

  it('no question about it keeps the session alive', async () => {
    const client = await socket({ headers: people.signIn('ada').cookie })
    await seenAs(client)
    client.subscribe('1', '{ me { id } }')
    expect(await client.next()).toMatchObject({ payload: { data: { me: { id: 'ada' } } } })
    const stream = await openStream(gateway.url, { query: whoAmI }, { headers: people.signIn('ada').cookie })
    await stream.next()
    stream.close()
    expect(gateway.questions.length).toBeGreaterThan(1)
    expect(new Set(gateway.questions.map(({ slide }) => slide))).toEqual(new Set([false]))
  })
})

describe('where nobody can tell whose a token is', () => {
  it('rule 19: because auth is away the socket closes with 4503, never 4401, and without a token all goes on', async () => {
    people.trouble = 'away'
    for (const options of [{ headers: people.signIn('ada').cookie }, {}]) {
      const client = await openSocket(gateway.url, options)
      client.send({ type: 'connection_init', payload: 'headers' in options ? {} : people.signIn('bob').bearer })
      expect(await client.closed).toEqual(unavailable)
    }
    expect(await seenAs(await socket())).toBe('nobody')
  })

  it('later on, watchers are told that, and go on', async () => {
    const fresh = await startTestGateway({ ...office, whoIs: (token) => people.whoIs(token), environment: { SESSION_CACHE_MS: '1' } })
    onTestFinished(() => fresh.stop())
    const ada = people.signIn('ada')
    const client = await socket({ init: ada.bearer }, fresh)
    expect(await seenAs(client)).toMatch(/^ada/)
    people.trouble = 'away'
    client.subscribe('1', whoAmI)
    expect(await client.next()).toMatchObject({ id: '1', type: 'next', payload: { data: { seatMapChanged: null }, errors: [{ extensions: { code: 'UNAVAILABLE' } }] } })
    client.subscribe('2', '{ me { id } }')
    expect(await client.next()).toMatchObject({ id: '2', type: 'error', payload: [{ extensions: { code: 'UNAVAILABLE' } }] })
    people.trouble = null
    expect(await client.next()).toMatchObject({ id: '1', type: 'next', payload: { data: { seatMapChanged: { viewer: `ada ${ada.sessionId} CUSTOMER` } } } })
  })
})

describe('when a session ends', () => {
  // Long before the next question about it, which comes after 30 s.
  it('rule 19: all its sockets close at once, and no others', async () => {
    const [ended, same, bob] = [people.signIn('ada'), people.signIn('ada'), people.signIn('bob')]
    const closing = [await socket({ headers: ended.cookie }), await socket({ init: ended.bearer }), await socket({ headers: ended.bearer })]
    const staying = [await socket({ headers: same.cookie }), await socket({ init: bob.bearer }), await socket()]
    for (const client of closing) client.subscribe('1', whoAmI)
    await people.revoke(gateway, ended)
    for (const client of closing) expect(await client.closed).toEqual(sessionEnded)
    office.change(gateway)
    expect(await Promise.all(staying.map(seenAs))).toEqual([`ada ${same.sessionId} CUSTOMER`, `bob ${bob.sessionId} CUSTOMER`, 'nobody'])
  })

  it('rule 19: and that is heard while its socket opens, the socket is nobody\'s', async () => {
    const [ada, witness] = [people.signIn('ada'), people.signIn('ada')]
    const heard = await socket({ headers: witness.cookie })
    let answer: (() => void) | undefined
    people.trouble = new Promise<void>((resolve) => (answer = resolve))
    const client = await openSocket(gateway.url, { headers: ada.cookie })
    onTestFinished(() => client.socket.terminate())
    client.send({ type: 'connection_init' })
    await expect.poll(() => gateway.questions.length).toBe(2)
    await people.revoke(gateway, ada, witness)
    expect(await heard.closed).toEqual(sessionEnded)
    answer?.()
    people.trouble = null
    expect(await client.next()).toEqual({ type: 'connection_ack' })
    expect(await seenAs(client)).toBe('nobody')
  })

  it('rule 19: by its time, its sockets close then', async () => {
    const ends = Date.now() + 500
    const client = await socket({ headers: people.signIn('ada', { expiresAt: new Date(ends).toISOString() }).cookie })
    client.subscribe('1', whoAmI)
    expect(await client.closed).toEqual(sessionEnded)
    expect(Date.now()).toBeGreaterThanOrEqual(ends)
  })

  it('by a mutation of its own, its socket closes when auth says so', async () => {
    const ada = people.signIn('ada')
    const client = await socket({ init: ada.bearer })
    client.subscribe('1', 'mutation { signOutEverywhere }')
    expect(await client.next()).toMatchObject({ payload: { data: { signOutEverywhere: 1 } } })
    await people.revoke(gateway, ada)
    expect(await client.closed).toEqual(sessionEnded)
    // The same cookie comes again, as clients do.
    expect(await seenAs(await socket({ headers: ada.cookie }))).toBe('nobody')
  })

  it('rule 19: while the link to the broker is cut, its sockets close soon after it is back; others stay', async () => {
    const link = await startFaultProxy(backingServices().rabbitmqUrl)
    const cut = await startTestGateway({ ...office, whoIs: (token) => people.whoIs(token), environment: { RABBITMQ_URL: link.url } })
    onTestFinished(async () => {
      await cut.stop()
      await link.close()
    })
    const [ended, other] = [people.signIn('ada'), people.signIn('ada')]
    const closing = [await socket({ init: ended.bearer }, cut), await socket({ headers: ended.cookie }, cut)]
    const staying = await socket({ init: other.bearer }, cut)
    link.refuse()
    people.forget(ended)
    const hopeless = await openSocket(cut.url, { headers: other.cookie })
    hopeless.send({ type: 'connection_init' })
    expect(await hopeless.closed).toEqual(unavailable)
    // What is public goes on all the while, for everybody.
    closing[0]?.subscribe('public', 'subscription { seatMapChanged(screeningId: "s1") { version } }')
    expect(await closing[0]?.next()).toMatchObject({ id: 'public', type: 'next' })
    link.serve()
    for (const client of closing) expect(await client.closed).toEqual(sessionEnded)
    expect(await seenAs(staying)).toContain(other.sessionId)
  }, 60_000)
})
