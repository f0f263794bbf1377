import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { viewerOf } from './testing/a-feed.js'
import type { TestFeed, Wish } from './testing/a-feed.js'
import { aWatcher } from './testing/a-watcher.js'
import type { TestWatcher } from './testing/a-watcher.js'
import { aWorld } from './testing/a-world.js'
import type { Fate, World } from './testing/a-world.js'
import { failed, fault } from './testing/owner.js'
import type { Owner } from './testing/owner.js'
import { pass, stopTheClock } from './testing/timers.js'

/*
 * Whatever happens in between: at rest every watcher's map is the owner's, and versions only went down where the owner's did.
 */

const behaviours: Record<string, Parameters<Owner['behave']>[0]> = {
  well: undefined,
  failing: () => failed('UNAVAILABLE'),
  hanging: () => new Promise(() => {}),
  slow: (_, truth) => {
    const answer = truth()
    return new Promise((resolve) => setTimeout(() => resolve(answer), 80))
  },
  late: (_, truth) => new Promise((resolve) => setTimeout(() => resolve(truth()), 80)),
  broken: (_, truth) => ({ ...truth(), errors: [fault('UNAVAILABLE', ['seats', 'price'])] }),
}

/** Documents and views; with the same an answer is shared. */
const wishes: readonly Wish[] = [{}, { query: '{ other }' }, { viewer: viewerOf('ann') }, { viewer: viewerOf('bob') }]

const some = fc.nat({ max: 9 })
const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({
    do: fc.constant('write'),
    seats: fc.uniqueArray(fc.constantFrom('A1', 'A2', 'A3', 'A4', 'A5'), { minLength: 1, maxLength: 3 }),
    fate: fc.constantFrom<Fate[]>('heard', 'heard', 'lost', 'late', 'doubled', 'died'),
  }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('join'), gateway: fc.nat({ max: 1 }), wish: fc.constantFrom(...wishes), from: fc.oneof(fc.constantFrom('nothing', 'ahead'), fc.double({ min: 0, max: 1, noNaN: true })) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('leave'), client: some }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('come back'), client: some, gateway: fc.nat({ max: 1 }) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('stall'), client: some }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('drain') }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('behave'), how: fc.constantFrom(...Object.keys(behaviours)) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('forget') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restore') }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('pass'), ms: fc.constantFrom(1, 10, 30, 90, 600, 2_500, 7_000) }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

interface Client {
  watcher: TestWatcher
  wish: Wish
  /** Null: it left. */
  leave: (() => void) | null
}

interface History {
  /** Every map that the owner had, by version, and the way back to it. */
  readonly moments: { readonly seats: Readonly<Record<string, number>>; readonly restore: () => void }[]
  restores: number
}

async function play(steps: readonly Step[]): Promise<{ world: World; clients: Client[]; history: History }> {
  const world = aWorld()
  const clients: Client[] = []
  const history: History = { moments: [], restores: 0 }
  const note = ({ owner }: World) => void (history.moments[owner.version] = { seats: owner.seats, restore: owner.save() })
  const join = (gateway: TestFeed | undefined, client: Client, afterVersion: number | null) => {
    client.leave = gateway?.watch({ ...client.wish, watcher: client.watcher, afterVersion }).leave ?? null
  }
  note(world)
  for (const each of steps) await act(each)
  return { world, clients, history }

  async function act(now: Step): Promise<void> {
    const { owner } = world
    const client = 'client' in now ? clients[now.client] : undefined
    if ('seats' in now) {
      world.write(now.seats, now.fate)
      note(world)
    } else if ('wish' in now) {
      const { from } = now
      const version = from === 'nothing' ? null : from === 'ahead' ? 1_000_000 : Math.round(from * owner.version)
      const joined = { watcher: aWatcher(history.moments[version ?? 0]?.seats ?? { Z9: 1 }), wish: now.wish, leave: null }
      clients.push(joined)
      join(world.gateways[now.gateway], joined, version)
    } else if ('how' in now) owner.behave(behaviours[now.how])
    else if ('ms' in now) await pass(now.ms)
    else if (now.do === 'forget') world.forget()
    else if (now.do === 'restore') await restore(world, clients, history)
    else if (now.do === 'stall') client?.watcher.stall()
    else if (now.do === 'drain') for (const { watcher } of clients) watcher.drain()
    else if (now.do === 'leave') {
      client?.leave?.()
      if (client) client.leave = null
    } else if (client?.leave === null && 'gateway' in now) join(world.gateways[now.gateway], client, client.watcher.versions.at(-1) ?? null)
  }
}

/**
 * To an earlier version. What is written before all noticed could not be told from what was lost: nothing is, nobody is
 * slow, and those who were not there do not come back.
 */
async function restore(world: World, clients: Client[], history: History): Promise<void> {
  const { moments } = history
  history.restores += 1
  clients.splice(0, Infinity, ...clients.filter(({ leave }) => leave !== null))
  moments.length = Math.ceil(moments.length / 2)
  moments.at(-1)?.restore()
  world.owner.behave()
  for (const { watcher } of clients) watcher.drain()
  world.forget()
  await pass(12_000)
}

/** How long it may take once owner and Redis are well. */
function promised(steps: readonly Step[]): number {
  if (steps.some((each) => 'fate' in each && each.fate === 'died')) return 30_000
  // A question that was asked before and will never be answered, or an owner that is believed only now.
  if (steps.some((each) => each.do === 'restore' || ('how' in each && each.how === 'hanging'))) return 8_000
  return 3_000
}

test('rule 18: at rest every watcher has the truth in time, and versions go down only with the owner\'s', { timeout: 60_000 }, async () => {
  stopTheClock()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
      const { world, clients, history } = await play(steps)
      world.owner.behave()
      for (const { watcher } of clients) watcher.drain()
      await pass(promised(steps))
      for (const { watcher } of clients.filter(({ leave }) => leave !== null)) expect(watcher.seats).toEqual(world.owner.seats)
      for (const { watcher: { versions } } of clients) {
        const falls = versions.filter((version, index) => version < (versions[index - 1] ?? 0))
        expect(falls.length).toBeLessThanOrEqual(history.restores)
      }
      for (const { leave } of clients) leave?.()
      expect(world.gateways.map(({ feed }) => feed.size)).toEqual(world.gateways.map(() => ({ channels: 0, groups: 0 })))
      world.stop()
    }),
    { numRuns: 500 },
  )
})
