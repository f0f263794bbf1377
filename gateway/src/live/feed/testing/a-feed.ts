import { createLogger } from '@mov-ticket/service-kit'
import { createFeed } from '../feed.js'
import type { Feed, FeedOptions, Viewer, Watching } from '../feed.js'
import type { LiveOperation } from '../../operations/live-operation.js'
import { aWatcher } from './a-watcher.js'
import type { TestWatcher } from './a-watcher.js'
import { anOwner } from './owner.js'
import type { Owner } from './owner.js'

export interface Wish {
  readonly watcher?: TestWatcher
  readonly afterVersion?: number | null
  readonly query?: string
  readonly variables?: Readonly<Record<string, unknown>>
  readonly channel?: string
  readonly field?: Partial<LiveOperation['field']>
  /** Default: everybody, so that it is public. */
  readonly viewer?: Viewer
}

/** A feed before an owner. */
export interface TestFeed {
  readonly feed: Feed
  readonly owner: Owner
  /** The channels that the doorbell is watched for, with the version that is known. */
  readonly watched: ReadonlyMap<string, number | null>
  /** Arguments of `learn`. */
  readonly learned: readonly unknown[][]
  readonly watch: (wish?: Wish) => TestWatcher & Pick<Watching, 'leave'>
}

export const channel = 'room:1'

export interface TestFeedOptions {
  readonly windowMs?: number
  readonly patienceMs?: number
  readonly owner?: Owner
  readonly learn?: FeedOptions['learn']
}

export function aFeed({ windowMs = 0, patienceMs = 5_000, owner = anOwner(), learn }: TestFeedOptions = {}): TestFeed {
  const watched = new Map<string, number | null>()
  const learned: unknown[][] = []
  const feed = createFeed({
    execute: owner.execute,
    listener: {
      watch(name, knownVersion) {
        watched.set(name, knownVersion)
        return { update: (version) => void watched.set(name, version), stop: () => void watched.delete(name) }
      },
    },
    learn: learn ?? ((name, ...told) => void learned.push([name, ...told.filter((each) => each !== undefined)])),
    windowMs,
    patienceMs,
    logger: createLogger({ service: 'gateway', level: 'silent' }),
  })
  return {
    feed, owner, watched, learned,
    watch: ({ watcher = aWatcher(), afterVersion = null, query = '{ seats }', variables = {}, viewer, ...wish } = {}) => {
      const field = { name: 'seatsChanged', channel: 'room:{room}', query: 'seats', takesAfterVersion: true, saysFull: true, ...wish.field }
      const bound = { channel: wish.channel ?? channel, variables, afterVersion }
      const operation = { field, query, responseKey: 'seats', isPublic: viewer === undefined, bind: () => bound }
      const watching = feed.watch({ operation, bound, viewer: viewer ?? everybody, outlet: watcher.outlet })
      return Object.assign(watcher, { leave: () => watching.leave() })
    },
  }
}

export const viewerOf = (view: string): Viewer => ({
  view,
  caller: async () => ({ identity: { userId: view, sessionId: view, role: 'CUSTOMER' }, address: '::1', userAgent: null }),
})

const everybody: Viewer = { view: 'never looked at', caller: async () => Promise.reject(new Error('A public question is nobody\'s.')) }
