import type { ChannelModel, ConfirmChannel } from 'amqplib'
import type { Logger } from '@mov-ticket/service-kit'
import { atMost } from './at-most.js'
import { inTime } from './in-time.js'
import { BrokerUnavailable } from './messaging-errors.js'

const REOPEN_MS = 100
const REOPEN_AT_MOST_MS = 5_000
const CLOSE_TIMEOUT_MS = 2_000
/** A broker that is just coming back was seen to leave a call without an answer: it is made again, on a new channel. */
const SETUP_TIMEOUT_MS = 10_000

export interface ChannelWork {
  readonly name: string
  /** Done on each new channel; what it starts uses this very channel and no other. */
  readonly setup: (channel: ConfirmChannel) => Promise<void>
  /** Called at once when setup is done. */
  readonly opened?: (channel: ConfirmChannel) => void
}

interface LastingChannelOptions extends ChannelWork {
  readonly logger: Logger
  readonly prepare: (connection: ChannelModel) => Promise<void>
  readonly lost: () => void
  readonly isOpen: () => void
  readonly closed: () => void
}

/** A channel that is opened again whenever it is lost: with its connection, or by an error of its own. */
export interface LastingChannel {
  current(): ConfirmChannel | undefined
  /** Never settles when this is closed first: then the process is stopping, and nobody starts anything any more. */
  whenOpen(): Promise<ConfirmChannel>
  /** For the link: there is a new connection, or none. */
  connected(connection: ChannelModel | undefined): void
  close(): Promise<void>
}

export function keepChannelOpen(options: LastingChannelOptions): LastingChannel {
  const { name, logger } = options
  let connection: ChannelModel | undefined
  let current: ConfirmChannel | undefined
  let closed = false
  let waiting: ((channel: ConfirmChannel) => void)[] = []

  const isWanted = (on: ChannelModel) => connection === on && !closed

  async function openOn(on: ChannelModel): Promise<void> {
    for (let attempt = 0; isWanted(on); attempt++) {
      try {
        await open(on)
        return
      } catch (err) {
        if (!isWanted(on)) return
        logger.warn({ err, channel: name }, 'could not open a channel')
        await new Promise((resolve) => setTimeout(resolve, Math.min(REOPEN_MS * 2 ** attempt, REOPEN_AT_MOST_MS)).unref())
      }
    }
  }

  async function open(on: ChannelModel): Promise<void> {
    await options.prepare(on)
    const channel = await inTime(SETUP_TIMEOUT_MS, `opening ${name}`, on.createConfirmChannel())
    let lost = false
    channel.on('error', (err) => logger.warn({ err, channel: name }, 'RabbitMQ closed a channel'))
    channel.on('close', () => {
      lost = true
      if (current !== channel) return
      current = undefined
      if (!isWanted(on)) return
      options.lost()
      setTimeout(() => void openOn(on), REOPEN_MS).unref()
    })
    try {
      await inTime(SETUP_TIMEOUT_MS, `setting up ${name}`, options.setup(channel))
    } catch (error) {
      options.lost()
      if (!lost) void channel.close().catch(() => undefined)
      throw error
    }
    if (lost) throw new BrokerUnavailable(`The channel ${name} was lost at once.`)
    if (!isWanted(on)) {
      await channel.close().catch(() => undefined)
      return
    }
    current = channel
    options.opened?.(channel)
    for (const resolve of waiting.splice(0)) resolve(channel)
    options.isOpen()
  }

  return {
    current: () => current,
    whenOpen() {
      if (current !== undefined) return Promise.resolve(current)
      return new Promise((resolve) => waiting.push(resolve))
    },
    connected(next) {
      if (connection === next) return
      connection = next
      current = undefined
      if (next !== undefined) void openOn(next)
    },
    async close() {
      if (closed) return
      closed = true
      const channel = current
      current = undefined
      options.closed()
      // On a black link nobody answers.
      if (channel !== undefined) await atMost(CLOSE_TIMEOUT_MS, channel.close())
    },
  }
}
