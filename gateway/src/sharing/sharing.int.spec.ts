import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSharedWorld } from './testing/shared-world.js'
import type { Asking, SharedWorld } from './testing/shared-world.js'

let world: SharedWorld
let ada: string
let alsoAda: string
let bob: string
let sessions = 0
beforeAll(async () => {
  world = await createSharedWorld()
})
afterAll(() => world.stop())
beforeEach(() => {
  sessions += 1
  ada = world.signIn('ada', `ada-${sessions}`)
  alsoAda = world.signIn('ada', `ada-again-${sessions}`)
  bob = world.signIn('bob', `bob-${sessions}`)
  world.forget()
})
afterEach(() => {
  world.letGo()
})

const film = '{ movie(id: "m1") { title } }'
const mine = '{ me { id name } }'
const mixed = '{ movie(id: "m1") { title } me { id name } }'
const otherwise = '{ order(id: "o1") { id } }'
const seats = '{ screening(id: "s1") { version tickets { id order { id } } } }'

/** Sends all of them while the subgraphs are held back, lets go, and gives the answers. */
async function together(asked: readonly (readonly [query: string, token?: string | undefined, headers?: Record<string, string>])[]) {
  for (const query of new Set(asked.map(([each]) => each))) await world.ask(query)
  world.forget()
  world.hold()
  const asking = []
  for (const [query, token, headers = {}] of asked) asking.push(await world.send(query, { token, headers }))
  await world.untilSeen()
  world.letGo()
  return Promise.all(asking.map(({ answer }) => answer))
}

describe('a query that is all public', () => {
  it('runs once for everybody who asks at the same time', async () => {
    const answers = await together([[film], [film, ada], [film, bob], [film, 'the token of nobody'], [film, undefined, { 'user-agent': 'other' }]])
    for (const { body } of answers) expect(body).toEqual({ data: { movie: { title: 'Metropolis m1' } } })
    expect(world.count('movie m1')).toBe(1)
  })

  it('is asked as nobody, so that no subgraph can put somebody\'s data into it', async () => {
    await together([[film, ada, { 'user-agent': 'ada\'s' }], [film, bob]])
    const asked = world.calls.filter(({ what }) => what === 'movie m1')
    expect(asked.map(({ caller }) => caller)).toEqual([{ identity: null, address: '', userAgent: null }])
  })

  it('is another where variables are', async () => {
    const query = 'query ($id: ID!) { movie(id: $id) { title } }'
    await world.ask(query, { variables: { id: 'a' } })
    world.hold()
    const asking = [await world.send(query, { variables: { id: 'a' } }), await world.send(query, { variables: { id: 'b' } })]
    await world.untilSeen()
    world.letGo()
    const answers = await Promise.all(asking.map(({ answer }) => answer))
    expect(answers.map(({ body }) => body.data.movie.title)).toEqual(['Metropolis a', 'Metropolis b'])
  })

  it('fails for those who wait, and for nobody after', async () => {
    await world.ask(film)
    world.hold()
    const asking = [await world.send(film), await world.send(film, { token: ada })]
    await world.untilSeen()
    world.state.failing = true
    world.letGo()
    for (const { answer } of asking) expect((await answer).body.errors[0].extensions.code).toBe('INTERNAL')
    world.state.failing = false
    expect((await world.ask(film)).body).toEqual({ data: { movie: { title: 'Metropolis m1' } } })
  })

  it('goes on when the one who asked first leaves', async () => {
    await world.ask(film)
    world.forget()
    world.hold()
    const first = await world.send(film)
    await world.untilSeen()
    const others = [await world.send(film), await world.send(film, { token: bob })]
    await world.untilSeen()
    first.leave()
    await expect(first.answer).rejects.toThrow('hang up')
    await world.untilSeen()
    world.letGo()
    for (const { answer } of others) expect((await answer).body).toEqual({ data: { movie: { title: 'Metropolis m1' } } })
    expect(world.count('movie m1')).toBe(1)
  })

  it('is not answered with what was before a mutation that has ended', async () => {
    await world.ask(film)
    world.hold()
    const before = await world.send(film)
    await world.untilSeen()
    const [held] = world.held.splice(0, 1)
    world.state.isHolding = false
    await world.ask('mutation { signOut }', { token: ada })
    world.state.title = 'Nosferatu'
    expect((await world.ask(film)).body.data.movie.title).toBe('Nosferatu m1')
    held?.letGo()
    world.letGo()
    await before.answer
  })
})

describe('what depends on who asks', () => {
  it('is asked once for the same caller, and for each other one by itself', async () => {
    const answers = await together([[mine, ada], [mine, ada], [mine, alsoAda], [mine, bob], [mine]])
    expect(answers.map(({ body }) => body.data.me.name)).toEqual([
      `ada ada-${sessions} CUSTOMER`, `ada ada-${sessions} CUSTOMER`, `ada ada-again-${sessions} CUSTOMER`, `bob bob-${sessions} CUSTOMER`, 'nobody',
    ])
    expect(world.count('me')).toBe(4)
  })

  it('is asked for each address and program', async () => {
    await together([[mine, ada, { 'user-agent': 'one' }], [mine, ada, { 'user-agent': 'other' }]])
    expect(world.count('me')).toBe(2)
  })

  it('stays apart where only a part of it does', async () => {
    const answers = await together([[mixed, ada], [mixed, bob], [seats, ada], [seats, bob]])
    const [one, other, hers, his] = answers.map(({ body }) => body.data)
    expect([one.me.id, other.me.id]).toEqual(['ada', 'bob'])
    expect(hers.screening.tickets[0].order.id).toBe(`ada ada-${sessions} CUSTOMER`)
    expect(his.screening.tickets[0].order.id).toBe(`bob bob-${sessions} CUSTOMER`)
  })

  it('is not told to who signed out meanwhile', async () => {
    await world.ask(mine, { token: ada })
    world.hold()
    const before = await world.send(mine, { token: ada })
    await world.untilSeen()
    await world.revoke(ada)
    // What is known of a session is fresh for a millisecond here.
    const after = await vi.waitUntil(async () => {
      const seen = world.calls.length
      const asking = await world.send(mine, { token: ada })
      await world.untilSeen()
      return world.calls.slice(seen).some(({ what, caller }) => what === 'me' && caller.identity === null) ? asking : null
    }, 10_000)
    world.letGo()
    expect((await after?.answer)?.body.data.me.name).toBe('nobody')
    // It was asked while she was signed in.
    expect((await before.answer).body.data.me.id).toBe('ada')
  })

  it('is asked anew when the role is another', async () => {
    const admin = world.signIn('root', `root-${sessions}`, 'ADMIN')
    for (const query of [mine, otherwise]) await world.ask(query, { token: admin })
    world.hold()
    const before = await world.send(mine, { token: admin })
    await world.untilSeen()
    world.signIn('root', `root-${sessions}`, 'CUSTOMER')
    // What is known of a session is fresh for a millisecond here: another question tells when that is over.
    await vi.waitUntil(async () => {
      const seen = world.calls.length
      await world.send(otherwise, { token: admin })
      await world.untilSeen()
      return world.calls.slice(seen).some(({ what, caller }) => what === 'order o1' && caller.identity?.role === 'CUSTOMER')
    }, 900)
    const after = await world.send(mine, { token: admin })
    await world.untilSeen()
    world.letGo()
    expect((await after.answer).body.data.me.name).toBe(`root root-${sessions} CUSTOMER`)
    expect((await before.answer).body.data.me.name).toBe(`root root-${sessions} ADMIN`)
  })

  it('does not bring anybody another\'s cookie', async () => {
    await world.ask(mine)
    world.forget()
    world.state.notice = JSON.stringify({ token: 'fresh-token', expiresAt: '2999-01-01T00:00:00.000Z' })
    world.hold()
    const first = await world.send(mine)
    await world.untilSeen()
    world.state.notice = null
    const second = await world.send(mine)
    await world.untilSeen()
    world.letGo()
    expect((await first.answer).cookie).toContain('fresh-token')
    expect((await second.answer).cookie).toBeUndefined()
    expect(world.count('me')).toBe(2)
  })
})

describe('mutations', () => {
  it('each run', async () => {
    const mutation = 'mutation { signOut }'
    world.hold()
    const asking = [await world.send(mutation, { token: ada }), await world.send(mutation, { token: ada })]
    await vi.waitUntil(() => world.held.length === 2, 10_000)
    world.letGo()
    for (const { answer } of asking) expect((await answer).body).toEqual({ data: { signOut: true } })
    expect(world.count('signOut')).toBe(2)
  })
})

async function expectOnly(own: readonly string[], answer: Asking['answer']): Promise<void> {
  const { body } = await answer
  for (const stamp of JSON.stringify(body).match(stamps) ?? []) expect(own).toContain(stamp)
}

/** What a resolver said about whom it answered. */
const stamps = /(?<=")(?:nobody|[\w-]+ [\w-]+ (?:CUSTOMER|ADMIN))(?=")/g

describe('many who ask at random', () => {
  it('get what is theirs, and nothing of anybody else', async () => {
    const roles = ['CUSTOMER', 'ADMIN'] as const
    let seed = 7
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return Math.floor((seed / 2_147_483_648) * below)
    }
    const queries = [film, mine, mixed, seats, '{ order(id: "o1") { id } me { name } }', 'query A { ...on Query { movie(id: "m1") { title } } } ', '{ me { __typename } screening(id: "s2") { tickets { order { id } } } }']
    for (const query of queries) await world.ask(query)
    const tokens = Array.from({ length: 8 }, (_, index) => [`user-${index % 3}`, `random-${index}`] as const)
    for (const [user, session] of tokens) world.signIn(user, session)
    const asked: Promise<void>[] = []
    for (let round = 0; round < 30; round += 1) {
      world.hold()
      // Who it is is decided when they ask, so roles and sessions change between rounds.
      const [changing, ofTheirs] = tokens[random(tokens.length)] ?? ['', '']
      if (random(2) === 0) world.signIn(changing, ofTheirs, roles[random(2)])
      else await world.revoke(`token-${ofTheirs}`)
      for (let each = 0; each < 12; each += 1) {
        const [user, session] = tokens[random(tokens.length)] ?? ['', '']
        const token = random(6) === 0 ? undefined : `token-${session}`
        // A session that was known a moment ago may have had the other role, or be gone.
        const own = ['nobody', ...(token === undefined ? [] : roles.map((role) => `${user} ${session} ${role}`))]
        const asking = await world.send(queries[random(queries.length)] ?? film, { token })
        asked.push(expectOnly(own, asking.answer))
      }
      await world.untilSeen()
      world.letGo()
    }
    await Promise.all(asked)
    expect(world.count('movie m1')).toBeLessThan(30 * 12)
  })
})
