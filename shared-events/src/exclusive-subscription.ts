import type { ConsumeMessage } from 'amqplib'
import { withCorrelation } from '@mov-ticket/service-kit'
import type { Logger } from '@mov-ticket/service-kit'
import { events } from './events.js'
import type { EventType } from './events.js'
import { runHandler } from './handlers.js'
import type { Handlers } from './handlers.js'
import type { Link } from './link.js'
import { parseEvent } from './parse-event.js'
import type { Topology } from './topology.js'

export interface ExclusiveSubscriptionOptions {
  readonly link: Link
  readonly topology: Topology
  readonly types: readonly EventType[]
  readonly handlers: Handlers
  readonly logger: Logger
}

/**
 * A queue of this process alone, gone with its connection: every instance hears every event, while it is connected.
 * What is said in between is lost, so ask again after each `broker.onReconnect`. A failed handler is logged only.
 */
export async function subscribeExclusively(options: ExclusiveSubscriptionOptions): Promise<{ stop(): Promise<void> }> {
  const { link, topology, types, handlers, logger } = options

  const lasting = link.keepChannelOpen({
    name: `only here: ${types.join(', ')}`,
    setup: async (channel) => {
      const { queue } = await channel.assertQueue('', { exclusive: true, autoDelete: true, durable: false })
      for (const type of types) {
        await channel.bindQueue(queue, topology.exchange, events[type].partitioned ? `${type}.*` : type)
      }
      await channel.consume(queue, (message) => {
        if (message === null) void channel.close().catch(() => undefined)
        else void hear(message)
      }, { noAck: true })
    },
  })

  async function hear(message: ConsumeMessage): Promise<void> {
    const parsed = parseEvent(message.content)
    if (!parsed.ok) {
      logger.error({ reason: parsed.reason }, 'heard something that is no event')
      return
    }
    const { event } = parsed
    const { correlationId, traceparent } = event
    await withCorrelation({ correlationId, causationId: event.id, traceparent }, async () => {
      try {
        await runHandler(handlers, event)
      } catch (err) {
        logger.error({ err, type: event.type }, 'could not react to an event')
      }
    })
  }

  await lasting.whenOpen()
  return { stop: () => lasting.close() }
}
