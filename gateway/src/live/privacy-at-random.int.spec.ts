import { assert, asyncProperty, array, constantFrom, nat, record } from 'fast-check'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
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
  const environment = { SESSION_CACHE_MS: '1', LIVE_WINDOW_MS: '0', LIVE_CONNECTIONS_PER_USER: '10000', READS_PER_SECOND: '100000' }
  gateway = await startTestGateway({ ...office, environment, whoIs: (token) => people.whoIs(token) })
})
afterAll(() => gateway.stop())

const query = 'subscription Mine($id: ID!) { seatMapChanged(screeningId: $id) { version viewer tickets { id order { id } } } }'

interface Watching {
  readonly user: string
  readonly session: SignedIn | null
  /** Null where it could not be opened. */
  readonly viewer: Promise<Viewer | null>
}

/** Who comes and goes in one run. */
function createRun() {
  const users = ['ada', 'bob', 'cleo']
  const sessions = users.flatMap((user) => [{ user, session: people.signIn(user) }, { user, session: people.signIn(user) }])
  const everybody: { user: string; session: SignedIn | null }[] = [...sessions, { user: 'nobody', session: null }]
  const ended = new Set<SignedIn>()
  const watching: Watching[] = []
  let release: (() => void) | undefined

  const steps = {
    open(pick: number) {
      const { user, session } = everybody[pick % everybody.length] ?? { user: 'nobody', session: null }
      const viewer = openViewer(gateway.url, pick % 2 === 0 ? 'socket' : 'stream', { query, variables: { id: 's1' } }, session)
      watching.push({ user, session, viewer: viewer.catch(() => null) })
    },
    close: (pick: number) => void watching[pick % watching.length]?.viewer.then((viewer) => viewer?.close()),
    change: () => office.change(gateway),
    hold() {
      release?.()
      release = office.hold()
    },
    release: () => release?.(),
    async revoke(pick: number) {
      const entry = sessions[pick % sessions.length]
      if (entry === undefined) return
      ended.add(entry.session)
      const { session, user } = entry
      const next = people.signIn(user)
      Object.assign(entry, { session: next })
      await people.revoke(gateway, session)
    },
    become: (pick: number) => people.become((sessions[pick % sessions.length] ?? { session: people.signIn('ada') }).session, pick % 3 === 0 ? 'ADMIN' : 'CUSTOMER'),
    /** Time for a question. */
    settle: () => gateway.post({ query: '{ me { id } }' }),
  }
  return { steps, watching, ended, release: () => release?.() }
}

type Step = { readonly name: keyof ReturnType<typeof createRun>['steps']; readonly pick: number }

/** What a viewer was shown that is not its own. */
async function foreign({ user, session, viewer }: Watching, ended: ReadonlySet<SignedIn>): Promise<readonly string[]> {
  const seen = (await viewer)?.text() ?? ''
  const names = [...seen.matchAll(/"viewer":"([^"]*)"/g)].map(([, name = '']) => name)
  const orders = [...seen.matchAll(/"id":"of (\w+)"/g)].map(([, name = '']) => name)
  const own = session === null ? /^nobody$/ : new RegExp(`^${user} ${session.sessionId} (CUSTOMER|ADMIN)$`)
  const mayBeNobody = session === null || ended.has(session)
  return [
    ...names.filter((name) => !own.test(name) && !(mayBeNobody && name === 'nobody')),
    ...orders.filter((name) => name !== user),
  ]
}

it('whoever comes, goes, signs out or changes while others watch the same: nobody ever sees what is another\'s', async () => {
  const common: Step['name'][] = ['open', 'open', 'open', 'change', 'change', 'close', 'hold', 'release', 'revoke', 'become', 'settle', 'settle']
  const step = record({ name: constantFrom(...common), pick: nat(1_000) })
  let updates = 0
  await assert(
    asyncProperty(array(step, { minLength: 60, maxLength: 60 }), async (steps) => {
      const run = createRun()
      for (const { name, pick } of steps) await run.steps[name](pick)
      run.release()
      office.change(gateway)
      const viewers = await Promise.all(run.watching.map(({ viewer }) => viewer))
      // Each that is still there is shown the last change.
      const last = `"version":${office.version}`
      await vi.waitUntil(() => viewers.every((viewer) => viewer === null || viewer.isClosed || viewer.text().includes(last)), 10_000)
      const wrong = await Promise.all(run.watching.map((each) => foreign(each, run.ended)))
      for (const viewer of viewers) {
        updates += viewer?.text().match(/"viewer"/g)?.length ?? 0
        viewer?.close()
      }
      expect(wrong.flat()).toEqual([])
    }),
    { numRuns: 12, endOnFailure: true },
  )
  expect(updates).toBeGreaterThan(100)
  await expect.poll(() => [gateway.live.sockets.size, gateway.live.streams.size, gateway.live.feed.size.groups, gateway.live.sessions.size]).toEqual([0, 0, 0, 0])
}, 120_000)
