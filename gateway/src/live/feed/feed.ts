import { unavailable } from '@mov-ticket/service-kit'
import type { Caller, Logger } from '@mov-ticket/service-kit'
import type { Listener } from '@mov-ticket/shared-events'
import type { GraphQLFormattedError } from 'graphql'
import type { BoundVariables, LiveOperation } from '../operations/live-operation.js'
import { ask } from './ask.js'
import type { Execute } from './ask.js'
import { createChannel } from './channel.js'
import type { Channel } from './channel.js'
import { createGroup } from './group.js'
import type { Group } from './group.js'
import { createLane } from './lane.js'
import type { Lane } from './lane.js'
import type { Outlet } from './outlet.js'

/** Who watches what is not public. */
export interface Viewer {
  /** Nobody else's questions have it: one session, or one connection where nobody is signed in. */
  readonly view: string
  /** Decided anew at each question. Rejects where nobody can tell. */
  caller(): Promise<Caller>
}

export interface WatchRequest {
  readonly operation: LiveOperation
  readonly bound: BoundVariables
  readonly viewer: Viewer
  readonly outlet: Outlet
}

/** Live queries: a query that is asked again when its doorbell rings, with the version that its watchers have. */
export interface Feed {
  /** Sends updates to the outlet until the returned function is called. */
  watch(request: WatchRequest): Watching
  /** A doorbell rang; null: the version is unknown. */
  ring(channel: string, version: number | null): void
  /** How much there is of everything: for tests and logs. */
  readonly size: { readonly channels: number; readonly groups: number }
  stop(): void
}

export interface Watching {
  /** The version that it was last sent; null: none. */
  readonly version: number | null
  leave(): void
}

export interface FeedOptions {
  readonly execute: Execute
  readonly listener: Pick<Listener, 'watch'>
  readonly learn: (channel: string, version: number, insteadOf?: number) => void
  /** Rings of one channel that come within this time lead to one question. */
  readonly windowMs: number
  /** How long one question may take. */
  readonly patienceMs: number
  readonly logger: Logger
}

/**
 * Questions of one live field at once. A public one answers thousands of watchers, a private one those of one session: few,
 * so that however many there are they never starve the public ones.
 */
const QUESTIONS = { public: 16, private: 2 } as const
/** After so long a question gives up its place, so that those that hang hold up none that would not. */
const PLACE_MS = 500

/** What a public question is asked as. */
const everybody: Caller = { identity: null, address: '', userAgent: null }

export function createFeed({ execute, listener, learn, windowMs, patienceMs, logger }: FeedOptions): Feed {
  const channels = new Map<string, Channel>()
  const groups = new Map<string, Group>()
  const lanes = new Map<string, Lane>()
  const { message, extensions } = unavailable()
  const away: GraphQLFormattedError = { message, extensions }

  function channelOf(name: string): Channel {
    const known = channels.get(name)
    if (known !== undefined) return known
    const channel = createChannel({
      windowMs,
      watch: (knownVersion) => listener.watch(name, knownVersion),
      learn: (version, insteadOf) => learn(name, version, insteadOf),
    })
    channels.set(name, channel)
    return channel
  }

  /** Each field has its own, so that one whose owner hangs holds up no other. */
  function laneOf({ field, isPublic }: LiveOperation): Lane {
    const kind = isPublic ? 'public' : 'private'
    const name = `${kind} ${field.name}`
    const lane = lanes.get(name) ?? createLane({ width: QUESTIONS[kind], holdMs: PLACE_MS })
    lanes.set(name, lane)
    return lane
  }

  function groupOf(key: string, { operation, bound, viewer }: WatchRequest): Group {
    const known = groups.get(key)
    if (known !== undefined) return known
    const channel = channelOf(bound.channel)
    const { variables } = bound
    const asking = { execute, lane: laneOf(operation), patienceMs, away }
    const caller = operation.isPublic ? async () => everybody : () => viewer.caller()
    const group: Group = createGroup({
      channel,
      ask: (afterVersion, gone) => ask(asking, { operation, variables, afterVersion, caller, gone, weight: () => group.size }),
      onAway: (err) => logger.warn({ err, channel: bound.channel, query: operation.field.query }, 'a live question got no answer'),
      onError: (err) => logger.error({ err, channel: bound.channel }, 'watchers could not be told'),
    })
    groups.set(key, group)
    channel.groups.add(group)
    return group
  }

  function leave(key: string, channelName: string, group: Group): void {
    if (group.size > 0 || groups.get(key) !== group) return
    groups.delete(key)
    group.stop()
    const channel = channels.get(channelName)
    channel?.groups.delete(group)
    if (channel?.groups.size !== 0) return
    channel.stop()
    channels.delete(channelName)
  }

  return {
    watch(request) {
      const { operation, bound, viewer, outlet } = request
      const view = operation.isPublic ? null : viewer.view
      const key = JSON.stringify([operation.query, bound.variables, bound.channel, view])
      const group = groupOf(key, request)
      const watcher = group.add(outlet, bound.afterVersion)
      group.advance()
      return {
        get version() {
          return watcher.sent
        },
        leave() {
          group.remove(watcher)
          leave(key, bound.channel, group)
        },
      }
    },
    ring: (channel, version) => channels.get(channel)?.ring(version),
    get size() {
      return { channels: channels.size, groups: groups.size }
    },
    stop() {
      for (const channel of channels.values()) channel.stop()
      channels.clear()
      groups.clear()
    },
  }
}
