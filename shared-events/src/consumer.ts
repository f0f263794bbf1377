import type { ConfirmChannel, ConsumeMessage } from 'amqplib'
import { withCorrelation } from '@mov-ticket/service-kit'
import type { Logger } from '@mov-ticket/service-kit'
import { atMost } from './at-most.js'
import type { FailedDelivery } from './failed-delivery.js'
import { runHandler } from './handlers.js'
import type { Handlers } from './handlers.js'
import type { Link } from './link.js'
import { parseEvent } from './parse-event.js'
import type { QueueName, Topology } from './topology.js'

const CANCEL_TIMEOUT_MS = 1_000

export interface Consumer {
  /** Takes no more, waits for what is running, and lets go. What is not done by then comes again. */
  stop(): Promise<void>
}

export interface ConsumerOptions {
  readonly link: Link
  readonly queue: QueueName
  readonly topology: Topology
  readonly handlers: Handlers
  readonly prefetch: number
  readonly failed: FailedDelivery
  readonly drainMs: number
  readonly logger: Logger
}

/** Resolves when the queue is being consumed for the first time, which waits for the broker. */
export async function startConsumer(options: ConsumerOptions): Promise<Consumer> {
  const { link, queue, topology, handlers, prefetch, failed, logger } = options
  const running = new Set<Promise<void>>()
  const tags = new WeakMap<ConfirmChannel, string>()

  const lasting = link.keepChannelOpen({
    name: queue,
    setup: async (channel) => {
      await channel.prefetch(prefetch)
      const { consumerTag } = await channel.consume(topology.queue(queue), (message) => deliver(channel, message))
      tags.set(channel, consumerTag)
    },
  })

  function deliver(channel: ConfirmChannel, message: ConsumeMessage | null): void {
    if (message === null) {
      // The queue was deleted: a new channel declares it again.
      logger.error({ queue }, 'the queue is gone')
      void channel.close().catch(() => undefined)
      return
    }
    const work = handle(message)
      .then((settled) => settle(channel, message, settled))
      .finally(() => running.delete(work))
    running.add(work)
  }

  /** Never rejects; true: ack, false: give back. */
  async function handle(message: ConsumeMessage): Promise<boolean> {
    const parsed = parseEvent(message.content)
    if (!parsed.ok) return failed.giveUp(queue, message, parsed.reason)
    const { event } = parsed
    if (handlers[event.type] === undefined) return failed.giveUp(queue, message, `Nothing here handles ${event.type}.`)
    const { correlationId, traceparent } = event
    return withCorrelation({ correlationId, causationId: event.id, traceparent }, async () => {
      try {
        await runHandler(handlers, event)
        return true
      } catch (error) {
        return failed.again(queue, message, error)
      }
    })
  }

  /** On the channel that delivered it: a tag means nothing on another. */
  function settle(channel: ConfirmChannel, message: ConsumeMessage, settled: boolean): void {
    try {
      if (settled) channel.ack(message)
      else channel.nack(message, false, true)
    } catch {
      logger.debug({ queue }, 'the channel was lost before an ack: the message comes again')
    }
  }

  await lasting.whenOpen()
  return {
    async stop() {
      const channel = lasting.current()
      const tag = channel && tags.get(channel)
      if (channel && tag !== undefined) await atMost(CANCEL_TIMEOUT_MS, channel.cancel(tag))
      await atMost(options.drainMs, Promise.all(running))
      if (running.size > 0) logger.warn({ queue, running: running.size }, 'handlers did not end in time')
      await lasting.close()
    },
  }
}
