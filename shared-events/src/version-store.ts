import type { Redis, Result } from 'ioredis'

/** Seconds that a version is kept; the sweep renews those that are watched. */
const KEPT_SECONDS = 3_600

/* KEYS: the version's key. ARGV: version, seconds, channel to publish on ('' for none). */
const SET_IF_HIGHER = `
local known = tonumber(redis.call('GET', KEYS[1]) or '-1')
local version = tonumber(ARGV[1])
if version < known then return known end
redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2])
if ARGV[3] ~= '' then redis.call('PUBLISH', ARGV[3], '{"version":' .. ARGV[1] .. '}') end
return version
`

/* KEYS: the version's key. ARGV: the version that is there, the one to put in its place, seconds. */
const REPLACE = `
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('SET', KEYS[1], ARGV[2], 'EX', ARGV[3]) end
return 1
`

export interface Ring {
  readonly channel: string
  readonly version: number
  readonly publish: boolean
}

/** `version:<channel>` in Redis: the newest version that anybody spoke of. All calls are one pipeline each. */
export interface VersionStore {
  write(rings: readonly Ring[]): Promise<void>
  /** Only where `known` is still what is there. */
  replace(channel: string, known: number, version: number): Promise<void>
  /** Null where nothing is known. */
  read(channels: readonly string[], options?: { renew: boolean }): Promise<(number | null)[]>
}

declare module 'ioredis' {
  interface ChainableCommander {
    setIfHigher(key: string, version: number, seconds: number, channel: string): this
  }
  interface RedisCommander<Context> {
    replaceVersion(key: string, known: number, version: number, seconds: number): Result<number, Context>
  }
}

export function createVersionStore(redis: Redis, namespace: string): VersionStore {
  redis.defineCommand('setIfHigher', { numberOfKeys: 1, lua: SET_IF_HIGHER })
  redis.defineCommand('replaceVersion', { numberOfKeys: 1, lua: REPLACE })
  const key = (channel: string) => `${namespace}:version:${channel}`

  return {
    async write(rings) {
      const pipeline = redis.pipeline()
      for (const { channel, version, publish } of rings) {
        pipeline.setIfHigher(key(channel), version, KEPT_SECONDS, publish ? `${namespace}:${channel}` : '')
      }
      succeeded(await pipeline.exec())
    },
    async replace(channel, known, version) {
      await redis.replaceVersion(key(channel), known, version, KEPT_SECONDS)
    },
    async read(channels, { renew } = { renew: false }) {
      const pipeline = redis.pipeline()
      for (const channel of channels) {
        if (renew) pipeline.getex(key(channel), 'EX', KEPT_SECONDS)
        else pipeline.get(key(channel))
      }
      return succeeded(await pipeline.exec()).map((text) => (text === null ? null : Number(text)))
    },
  }
}

/** A pipeline resolves even where its commands failed. */
function succeeded(results: [error: Error | null, result: unknown][] | null): unknown[] {
  return (results ?? []).map(([error, result]) => {
    if (error) throw error
    return result
  })
}
