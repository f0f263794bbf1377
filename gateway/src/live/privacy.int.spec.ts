import { Agent } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { startTestGateway } from '../testing/test-gateway.js'
import type { TestGateway } from '../testing/test-gateway.js'
import { createBoxOffice } from './testing/box-office.js'
import type { BoxOffice } from './testing/box-office.js'
import { createPeople } from './testing/people.js'
import type { SignedIn } from './testing/people.js'
import { openViewer } from './testing/viewer.js'
import type { Viewer } from './testing/viewer.js'

const people = createPeople()
let office: BoxOffice
let gateway: TestGateway

beforeAll(async () => {
  office = await createBoxOffice()
  const environment = { SESSION_CACHE_MS: '1', LIVE_WINDOW_MS: '0', LIVE_CONNECTIONS_PER_USER: '1000', READS_PER_SECOND: '100000' }
  gateway = await startTestGateway({ ...office, environment, whoIs: (token) => people.whoIs(token) })
})
afterAll(() => gateway.stop())
beforeEach(() => void office.asked.splice(0))

const mine = 'subscription Mine($id: ID!) { seatMapChanged(screeningId: $id) { version viewer tickets { id order { id } } } }'
const everybodys = 'subscription Everybodys($id: ID!) { seatMapChanged(screeningId: $id) { version tickets { id } } }'

async function viewer(session: SignedIn | null, how: 'socket' | 'stream', query = mine): Promise<Viewer> {
  const opened = await openViewer(gateway.url, how, { query, variables: { id: 's1' } }, session)
  onTestFinished(() => opened.close())
  return opened
}

const ways = ['socket', 'stream'] as const

/** Ada with two sessions, Bob, and nobody, each twice over sockets and twice over streams, all at the same time. */
async function crowd(query?: string) {
  const sessions = [people.signIn('ada'), people.signIn('ada'), people.signIn('bob'), null]
  const all = [...sessions, ...sessions].flatMap((session) => ways.map(async (how) => ({ session, viewer: await viewer(session, how, query) })))
  return { sessions, watching: await Promise.all(all) }
}

function nameOf(sessions: readonly (SignedIn | null)[], session: SignedIn | null): string {
  const user = sessions.indexOf(session) < 2 ? 'ada' : 'bob'
  return session === null ? 'nobody' : `${user} ${session.sessionId} CUSTOMER`
}

describe('a view that depends on who looks', () => {
  it('is each one\'s own, though all ask for the same at the same time', async () => {
    const { sessions, watching } = await crowd()
    for (let round = 0; round < 10; round++) {
      const seen = await Promise.all(watching.map(({ viewer: each }) => each.next()))
      for (const [index, { session }] of watching.entries()) {
        const map = seen[index]?.data?.seatMapChanged
        const name = nameOf(sessions, session)
        expect(map.viewer).toBe(name)
        const order = session === null ? null : { id: `of ${name.split(' ')[0]}` }
        for (const ticket of map.tickets) expect(ticket.order).toEqual(order)
      }
      office.change(gateway)
    }
    const foreign = watching.flatMap(({ session, viewer: each }) =>
      sessions.flatMap((other) => (other !== null && other !== session && each.text().includes(other.sessionId) ? [each.text()] : [])),
    )
    expect(foreign).toEqual([])
  })

  it('is asked for once by each session, and by each connection of nobody', async () => {
    const release = office.hold()
    const opening = crowd()
    await expect.poll(() => gateway.live.feed.size.groups).toBe(3 + 4)
    release()
    const { sessions, watching } = await opening
    await Promise.all(watching.map(({ viewer: each }) => each.next()))
    const by = office.asked.map(({ identity }) => identity?.sessionId ?? null)
    expect(new Set(by)).toEqual(new Set(sessions.map((session) => session?.sessionId ?? null)))
    expect(by.filter((sessionId) => sessionId === null).length).toBeGreaterThanOrEqual(4)
  })

  it.each([
    ['an alias', 'a: viewer'],
    ['the alias of a public field', 'full: viewer'],
    ['__typename as its alias', '__typename: viewer'],
    ['a fragment', '...F'],
    ['a fragment in a fragment', '...G'],
    ['an inline fragment', '... { viewer }'],
    ['an inline fragment with a type', '... on SeatMapUpdate { ... @include(if: true) { viewer } }'],
    ['@include by a variable', 'viewer @include(if: $yes)'],
    ['@skip by a variable', 'viewer @skip(if: $no)'],
    ['a fragment with @include', '...F @include(if: $yes)'],
    ['nothing but the type of a private field', 'tickets { order { __typename } }'],
    ['a private field below a public one', 'screening { tickets { order { id } } }'],
  ])('stays private through %s', async (_, selection) => {
    const query = `subscription ($id: ID!, $yes: Boolean! = true, $no: Boolean! = false) { seatMapChanged(screeningId: $id) { version ${selection} ...V } }
      fragment V on SeatMapUpdate { v: version @include(if: $yes) w: version @skip(if: $no) }`
      + (selection.includes('...F') ? ' fragment F on SeatMapUpdate { viewer }' : '')
      + (selection.includes('...G') ? ' fragment G on SeatMapUpdate { ...F2 } fragment F2 on SeatMapUpdate { viewer }' : '')
    const [ada, bob] = [people.signIn('ada'), people.signIn('bob')]
    const release = office.hold()
    const watching = await Promise.all([ada, bob, null, null].map((session) => viewer(session, 'socket', query)))
    await expect.poll(() => gateway.live.feed.size.groups).toBe(4)
    release()
    const [adas, bobs, nobodys] = await Promise.all(watching.map(async (each) => JSON.stringify(await each.next())))
    expect(new Set(office.asked.map(({ identity }) => identity?.userId ?? null))).toEqual(new Set(['ada', 'bob', null]))
    expect(adas).not.toMatch(/\b(?:bob|nobody)\b/)
    expect(bobs).not.toMatch(/\b(?:ada|nobody)\b/)
    expect(nobodys).not.toMatch(/\b(?:ada|bob)\b/)
  })

  it('does not share its errors', async () => {
    const sessions = [people.signIn('eve'), people.signIn('ada'), null]
    const watching = await Promise.all([...sessions, ...sessions].map((session, index) => viewer(session, index < 3 ? 'socket' : 'stream')))
    for (let round = 0; round < 5; round++) {
      const seen = await Promise.all(watching.map((each) => each.next()))
      expect(seen.map(({ errors }) => errors?.[0]?.extensions.code ?? null)).toEqual(['FORBIDDEN', null, null, 'FORBIDDEN', null, null])
      office.change(gateway)
    }
  })
})

describe('a view that is the same for all', () => {
  it('is asked for once, by nobody in particular', async () => {
    const { watching } = await crowd(everybodys)
    await Promise.all(watching.map(({ viewer: each }) => each.next()))
    office.asked.splice(0)
    office.change(gateway)
    const seen = await Promise.all(watching.map(({ viewer: each }) => each.next()))
    expect(new Set(seen.map((update) => JSON.stringify(update))).size).toBe(1)
    expect(office.asked).toEqual([{ identity: null, address: '', userAgent: null }])
    expect(gateway.live.feed.size).toEqual({ channels: 1, groups: 1 })
  })
})

describe('who is who', () => {
  it('does not pass from one to the next, not even while a question is under way', async () => {
    const [ada, bob] = [people.signIn('ada'), people.signIn('bob')]
    for (const how of ways) {
      const release = office.hold()
      const asked = office.asked.length
      const askedFor = () => office.asked.slice(asked).map(({ identity }) => identity?.userId)
      const first = viewer(ada, how)
      await expect.poll(askedFor).toContain('ada')
      if (how === 'socket') (await first).close()
      const second = viewer(bob, how)
      await expect.poll(askedFor).toContain('bob')
      release()
      expect((await (await second).next()).data.seatMapChanged.viewer).toContain('bob')
      ;(await first).close()
      expect((await second).text()).not.toMatch(/\bada\b/)
    }
  })

  it('does not pass on over a connection that is used again', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    onTestFinished(() => agent.destroy())
    const [ada, bob] = [people.signIn('ada'), people.signIn('bob')]
    const unknown = mine.replace('$id)', '"unknown")').replace('($id: ID!)', '')
    for (const session of [ada, bob, null, ada]) {
      const once = await openViewer(gateway.url, 'stream', { query: '{ me { id } }' }, session, agent)
      expect((await once.next()).data.me?.id ?? null).toBe(session === null ? null : session === ada ? 'ada' : 'bob')
      await once.closed
      const gone = await openViewer(gateway.url, 'stream', { query: unknown }, session, agent)
      expect(await gone.next()).toEqual({ data: { seatMapChanged: null } })
      await gone.closed
    }
    const last = await openViewer(gateway.url, 'stream', { query: mine, variables: { id: 's1' } }, bob, agent)
    expect((await last.next()).data.seatMapChanged.viewer).toContain(bob.sessionId)
    last.close()
  })

  it('is nobody after signing out, also for a question that was under way', async () => {
    const [ada, other] = [people.signIn('ada'), people.signIn('ada')]
    const release = office.hold()
    const before = await viewer(ada, 'socket')
    const stays = await viewer(other, 'socket')
    await expect.poll(() => office.asked.length).toBe(2)
    await people.revoke(gateway, ada)
    await before.closed
    const after = await viewer(ada, 'socket')
    await expect.poll(() => office.asked.length).toBe(3)
    release()
    expect((await after.next()).data.seatMapChanged).toMatchObject({ viewer: 'nobody', tickets: [{ order: null }] })
    expect((await stays.next()).data.seatMapChanged.viewer).toBe(`ada ${other.sessionId} CUSTOMER`)
    expect(before.text()).not.toContain('viewer')
  })

  it('may do what it may at that moment', async () => {
    const [ada, bob] = [people.signIn('ada'), people.signIn('bob')]
    const [adas, bobs] = [await viewer(ada, 'socket'), await viewer(bob, 'stream')]
    await Promise.all([adas.next(), bobs.next()])
    people.become(ada, 'ADMIN')
    office.change(gateway)
    expect((await adas.next()).data.seatMapChanged.viewer).toBe(`ada ${ada.sessionId} ADMIN`)
    expect((await bobs.next()).data.seatMapChanged.viewer).toBe(`bob ${bob.sessionId} CUSTOMER`)
    people.become(ada, 'CUSTOMER')
    office.change(gateway)
    expect((await adas.next()).data.seatMapChanged.viewer).toBe(`ada ${ada.sessionId} CUSTOMER`)
  })

  it('sees its own orders alone', async () => {
    const query = 'subscription ($id: ID!) { orderChanged(id: $id) { id version } }'
    const sessions = [people.signIn('ada'), people.signIn('bob'), null]
    const asked = { query, variables: { id: 'of ada' } }
    const watching = await Promise.all(sessions.flatMap((session) => ways.map((how) => openViewer(gateway.url, how, asked, session))))
    onTestFinished(() => watching.forEach((each) => each.close()))
    const seen = await Promise.all(watching.map((each) => each.next()))
    expect(seen.map(({ data }) => data.orderChanged?.id ?? null)).toEqual(['of ada', 'of ada', null, null, null, null])
    expect(seen.map(({ errors }) => errors?.[0]?.extensions.code ?? null)).toEqual([null, null, null, null, 'UNAUTHENTICATED', 'UNAUTHENTICATED'])
    office.change(gateway)
    expect((await watching[0]?.next())?.data.orderChanged.id).toBe('of ada')
    expect(watching.slice(2).map((each) => each.text()).join()).not.toContain('"of ada"')
  })
})
