import { connect } from 'amqp-connection-manager'
import type { ChannelModel } from 'amqplib'
import type { Logger } from '@mov-ticket/service-kit'
import { atMost } from './at-most.js'
import { inTime } from './in-time.js'
import { keepChannelOpen } from './lasting-channel.js'
import type { ChannelWork, LastingChannel } from './lasting-channel.js'
import type { Topology } from './topology.js'

/** With it a half-open link is noticed after 10 to 15 s; every publish and question has a shorter timeout of its own. */
const HEARTBEAT_SECONDS = 5
const RECONNECT_SECONDS = 0.5
/** One log line in so many attempts. */
const TELL_EVERY = 20
const CONNECT_TIMEOUT_MS = 5_000
const CLOSE_TIMEOUT_MS = 2_000
/** A broker that is just coming back was seen to leave a declaration without an answer: it is made again, on a new channel. */
const DECLARE_TIMEOUT_MS = 10_000

export interface LinkOptions {
  readonly url: string
  /** Shown in RabbitMQ's management. */
  readonly name: string
  readonly topology: Topology
  readonly logger: Logger
}

/** A connection that comes back, with the channels on it. */
export interface Link {
  keepChannelOpen(work: ChannelWork): LastingChannel
  /** Connected, and all channels are open. */
  isUp(): boolean
  /** Called when channels were lost and all are open again. */
  onReopened(fn: () => void): void
  close(): Promise<void>
}

/*
 * amqp-connection-manager keeps the connection only. Its channel wrapper is not used: it acks through whatever
 * channel is there now, does not come back after a channel error, and queues without bound
 * (https://github.com/jwalton/node-amqp-connection-manager/issues/362, #190, #347).
 */
export function createLink({ url, name, topology, logger }: LinkOptions): Link {
  const manager = connect(url, {
    heartbeatIntervalInSeconds: HEARTBEAT_SECONDS,
    reconnectTimeInSeconds: RECONNECT_SECONDS,
    connectionOptions: { timeout: CONNECT_TIMEOUT_MS, noDelay: true, clientProperties: { connection_name: name } },
  })
  const channels = new Set<LastingChannel>()
  const listeners: (() => void)[] = []
  let declared: { connection: ChannelModel; done: Promise<void> } | undefined
  let failures = 0
  /** Something was lost since all channels were open. */
  let gap = false
  let closing: Promise<void> | undefined

  /** Once per connection, and again where a channel was lost for a reason that may be a missing queue. */
  function prepare(connection: ChannelModel): Promise<void> {
    if (declared?.connection === connection) return declared.done
    const done = declare(connection, topology)
    declared = { connection, done }
    done.catch(() => (declared = undefined))
    return done
  }

  const isUp = () => manager.isConnected() && [...channels].every((channel) => channel.current() !== undefined)

  manager.on('connect', () => {
    failures = 0
    logger.info({ link: name }, 'connected to RabbitMQ')
    for (const channel of channels) channel.connected(manager.connection)
  })
  manager.on('disconnect', ({ err }) => {
    if (closing === undefined) logger.warn({ err, link: name }, 'lost RabbitMQ')
    gap = true
    for (const channel of channels) channel.connected(undefined)
  })
  manager.on('connectFailed', ({ err }) => {
    if (failures++ % TELL_EVERY === 0) logger.warn({ reason: err.message, link: name }, 'waiting for RabbitMQ')
  })
  manager.on('blocked', ({ reason }) => logger.warn({ reason, link: name }, 'RabbitMQ takes no messages'))
  manager.on('unblocked', () => logger.info({ link: name }, 'RabbitMQ takes messages again'))

  return {
    keepChannelOpen(work) {
      const channel = keepChannelOpen({
        ...work,
        logger,
        prepare,
        lost: () => {
          declared = undefined
          gap = true
        },
        isOpen: () => {
          if (!gap || !isUp()) return
          gap = false
          for (const listener of listeners) listener()
        },
        closed: () => channels.delete(channel),
      })
      channels.add(channel)
      channel.connected(manager.connection)
      return channel
    },
    isUp,
    onReopened: (fn) => void listeners.push(fn),
    close() {
      closing ??= closeAll()
      return closing
    },
  }

  /** Bounded: on a black link nobody answers, and the manager waits for a connection attempt to end. What is lost already need not be closed. */
  async function closeAll(): Promise<void> {
    await Promise.all([...channels].map((channel) => channel.close()))
    await atMost(CLOSE_TIMEOUT_MS, manager.close())
  }
}

async function declare(connection: ChannelModel, topology: Topology): Promise<void> {
  const channel = await inTime(DECLARE_TIMEOUT_MS, 'opening a channel', connection.createChannel())
  // An error also rejects the call that caused it; without a listener it would end the process.
  channel.on('error', () => undefined)
  try {
    await inTime(DECLARE_TIMEOUT_MS, 'declaring the topology', topology.declare(channel))
  } finally {
    void channel.close().catch(() => undefined) // where an answer is missing nobody waits for another
  }
}
