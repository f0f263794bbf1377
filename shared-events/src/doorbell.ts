import type { Logger } from '@mov-ticket/service-kit'
import { startListener } from './listener.js'
import type { Listener, OnRing } from './listener.js'
import { connectRedis, connectRedisSubscriber } from './redis-connection.js'
import { createRinger } from './ringer.js'
import { createVersionStore } from './version-store.js'

export interface DoorbellOptions {
  readonly redisUrl: string
  readonly namespace: string
  readonly logger: Logger
}

/**
 * Says that there is something new, never what: whoever hears it asks the owner, by version. A lost, doubled or late
 * ring does no harm. Channels are named by `screeningChannel` and `orderChannel`.
 */
export interface Doorbell {
  /** After a write. Returns at once; repeated until Redis took it. */
  ring(channel: string, version: number): void
  /**
   * Hears all watched channels that match the pattern, such as `order:*`; lost rings are made good within 2 s.
   * Once per process.
   */
  listen(pattern: string, onRing: OnRing): Listener
  /** The newest version that was rung or learned; null where unknown. Rejects where Redis is away. */
  versions(channels: readonly string[]): Promise<(number | null)[]>
  /**
   * Writes the version that the owner told, without ringing. `insteadOf`: a higher one that the owner does not know (any
   * more, as after a restored backup) and that would keep its rings from being published. Best effort: never rejects.
   */
  learn(channel: string, version: number, insteadOf?: number): Promise<void>
  /** Rejects where Redis is away. */
  ready(): Promise<void>
  stop(): Promise<void>
}

export function createDoorbell({ redisUrl: url, namespace, logger }: DoorbellOptions): Doorbell {
  const commands = connectRedis({ url, name: `${namespace}:doorbell`, logger })
  const versions = createVersionStore(commands, namespace)
  const ringer = createRinger({ versions, logger })
  const stops: (() => void)[] = []

  return {
    ring: (channel, version) => ringer.ring(channel, version),
    listen(pattern, onRing) {
      const subscriber = connectRedisSubscriber({ url, name: `${namespace}:doorbell-listener`, logger })
      stops.push(() => subscriber.disconnect())
      const listener = startListener({ commands, subscriber, namespace, pattern, versions, onRing, logger })
      stops.push(() => listener.stop())
      return listener
    },
    versions: (channels) => versions.read(channels),
    async learn(channel, version, insteadOf) {
      const written = insteadOf === undefined ? versions.write([{ channel, version, publish: false }]) : versions.replace(channel, insteadOf, version)
      await written.catch((err: unknown) => {
        logger.debug({ err, channel }, 'could not write down a version')
      })
    },
    async ready() {
      await commands.ping()
    },
    async stop() {
      await ringer.stop()
      for (const stop of stops.toReversed()) stop()
      commands.disconnect()
    },
  }
}
