import { setTimeout as delay } from 'node:timers/promises'
import type { ConsumeMessage } from 'amqplib'
import type { Logger } from '@mov-ticket/service-kit'
import { NotNow } from './messaging-errors.js'
import type { Publisher } from './publisher.js'
import type { QueueName, Topology } from './topology.js'

/** Before a message is given back whose copy could not be published, so that it does not spin. */
const GIVE_BACK_AFTER_MS = 1_000

/** What becomes of a message that was not handled. Resolves true when a copy is safe elsewhere and it can be acked. */
export interface FailedDelivery {
  /** Comes again after a delay, a few times, each longer; then it is given up. */
  again(queue: QueueName, message: ConsumeMessage, error: unknown): Promise<boolean>
  /** To the consumer's dead-letter queue. */
  giveUp(queue: QueueName, message: ConsumeMessage, reason: string): Promise<boolean>
}

interface FailedDeliveryOptions {
  readonly publisher: Publisher
  readonly topology: Topology
  readonly logger: Logger
}

interface Destination {
  readonly exchange: string
  readonly routingKey: string
}

/*
 * Failures are counted in a header of the copy, not by the broker: its own count rises for all that was in flight
 * when a process dies, and would dead-letter healthy neighbours.
 */
export function createFailedDelivery({ publisher, topology, logger }: FailedDeliveryOptions): FailedDelivery {
  const { retryDelaysMs } = topology
  const notNowDelayMs = retryDelaysMs[Math.min(1, retryDelaysMs.length - 1)]

  async function moved(message: ConsumeMessage, to: Destination, headers: Record<string, string | number>): Promise<boolean> {
    try {
      await publisher.publish({
        ...to,
        what: `A copy for ${to.routingKey}`,
        content: message.content,
        headers: { ...ours(message), ...headers },
        properties: { messageId: message.properties.messageId, type: message.properties.type },
        mustBeRouted: true,
      })
      return true
    } catch (err) {
      logger.warn({ err, queue: to.routingKey }, 'could not set a message aside: it is given back')
      await delay(GIVE_BACK_AFTER_MS)
      return false
    }
  }

  function giveUp(queue: QueueName, message: ConsumeMessage, reason: string): Promise<boolean> {
    logger.error({ queue, messageId: message.properties.messageId, reason }, 'dead-lettered')
    return moved(message, { exchange: '', routingKey: topology.deadQueue(queue) }, {
      queue,
      reason: reason.slice(0, 1_000),
      'dead-lettered-at': new Date().toISOString(),
    })
  }

  return {
    giveUp,
    again(queue, message, error) {
      const reason = error instanceof Error ? error.message : String(error)
      const counted = !(error instanceof NotNow)
      const failures = failuresOf(message) + (counted ? 1 : 0)
      const delayMs = counted ? retryDelaysMs[failures - 1] : notNowDelayMs
      if (delayMs === undefined) return giveUp(queue, message, `It failed ${failures} times, the last time: ${reason}`)
      logger.warn({ err: error, queue, messageId: message.properties.messageId, failures, delayMs }, 'a message failed and comes again')
      return moved(message, { exchange: topology.retryExchange(delayMs), routingKey: topology.queue(queue) }, { failures })
    },
  }
}

/** How often a message has failed. */
export function failuresOf(message: ConsumeMessage): number {
  const failures: unknown = message.properties.headers?.failures
  return typeof failures === 'number' ? failures : 0
}

function ours(message: ConsumeMessage): Record<string, number> {
  const failures = failuresOf(message)
  return failures === 0 ? {} : { failures }
}
