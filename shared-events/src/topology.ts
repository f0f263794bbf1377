import type { Channel } from 'amqplib'
import { events } from './events.js'
import type { AnyEvent, EventType } from './events.js'
import { PARTITIONS, partitionOf } from './partition.js'
import { questions } from './rpc-contracts.js'
import type { QuestionName } from './rpc-contracts.js'

/*
 * All that is declared at RabbitMQ (docs/decisions/0002-rabbitmq-topology.md says why). Every process declares all
 * of it, so that start order does not matter and nothing is published before somebody's queue is there to keep it.
 *
 *   <ns>.events             topic exchange; routing key: the event's type, with the partition where there is one
 *   <ns>.<queue>            durable quorum queue per consumer and purpose
 *   <ns>.<consumer>.dead    what a consumer gave up, with the reason in its headers
 *   <ns>.retry.<delay>      exchange and queue: a message waits here and then returns to the queue that its routing
 *                           key names. One queue per delay, because only the head of a TTL queue expires.
 *   <ns>.ask.<question>     questions (direct reply-to)
 */

const screeningCommands = hears(
  'order.created',
  'order.reservation-requested',
  'order.cancellation-requested',
  'order.extension-requested',
  'order.outcome-requested',
  'lock.expired',
)

const isPartition = /\.\d+$/

export type ScreeningQueue = `tickets.screenings.${number}`
export type QueueName =
  | ScreeningQueue
  | 'tickets.locks-requested'
  | 'orders.outcomes'
  | 'orders.screenings'
  | 'expiration.deadlines'

/** The partition queues: commands to one screening always wait in the same one, which has one active consumer. */
export const screeningQueues: readonly ScreeningQueue[] = Array.from(
  { length: PARTITIONS },
  (_, partition): ScreeningQueue => `tickets.screenings.${partition}`,
)

/** What each queue hears: routing keys. */
const queues: ReadonlyMap<QueueName, readonly string[]> = new Map<QueueName, readonly string[]>([
  ...screeningQueues.map((queue, partition) => [queue, screeningCommands.map((type) => `${type}.${partition}`)] as const),
  ['tickets.locks-requested', hears('locks.requested')],
  [
    'orders.outcomes',
    hears(
      'seats.locked',
      'seats.refused',
      'seats.reserved',
      'seats.released',
      'seats.lock-extended',
      'reservation.refused',
      'extension.refused',
    ),
  ],
  ['orders.screenings', hears('screening.scheduled', 'screening.cancelled')],
  [
    'expiration.deadlines',
    hears('seats.locked', 'seats.lock-extended', 'seats.reserved', 'seats.released', 'seats.refused'),
  ],
])

function hears(...types: EventType[]): readonly string[] {
  return types
}

/** For documentation; partition queues are named once, with a star. */
export function queuesThatHear(type: EventType): string[] {
  const hearing = [...queues].filter(([, keys]) => keys.some((key) => key.replace(isPartition, '') === type))
  return [...new Set(hearing.map(([queue]) => queue.replace(isPartition, '.*')))]
}

/** A failed message comes again after each of these, and is dead-lettered when it fails once more: five attempts. */
export const RETRY_DELAYS_MS: readonly number[] = [500, 2_000, 10_000, 60_000]

/**
 * Only the net for messages that kill the process (RabbitMQ before 4.0 has none by itself). It is high, because
 * with a large prefetch each crash counts against all neighbours too.
 */
const DELIVERY_LIMIT = 50

const QUESTIONS_WAITING = 10_000

export interface Topology {
  readonly exchange: string
  readonly retryDelaysMs: readonly number[]
  /** Every binding of a queue to the exchange, by full name. */
  readonly bindings: readonly { readonly queue: string; readonly key: string }[]
  queue(name: QueueName): string
  deadQueue(name: QueueName): string
  /** Publish here with the queue's name as routing key. */
  retryExchange(delayMs: number): string
  questionQueue(question: QuestionName): string
  routingKey(event: AnyEvent): string
  /** Safe to repeat. */
  declare(channel: Channel): Promise<void>
  /** Everything declared here goes, with all messages in it: for tests. */
  remove(channel: Channel): Promise<void>
}

export function topologyOf(namespace: string, retryDelaysMs = RETRY_DELAYS_MS): Topology {
  const prefixed = (name: string) => `${namespace}.${name}`
  const exchange = prefixed('events')
  const retry = (delayMs: number) => prefixed(`retry.${delayMs}`)
  const dead = (name: string) => prefixed(`${name.replace(isPartition, '')}.dead`)
  const names = [...queues.keys()]
  const asked = Object.keys(questions).map((question) => prefixed(`ask.${question}`))

  async function declareQueue(channel: Channel, name: QueueName, keys: readonly string[]): Promise<void> {
    await channel.assertQueue(prefixed(name), {
      durable: true,
      arguments: {
        ...quorum,
        ...deadLetterTo(dead(name)),
        'x-delivery-limit': DELIVERY_LIMIT,
        ...(isPartition.test(name) ? { 'x-single-active-consumer': true } : {}),
      },
    })
    for (const key of keys) await channel.bindQueue(prefixed(name), exchange, key)
  }

  return {
    exchange,
    retryDelaysMs,
    bindings: [...queues].flatMap(([name, keys]) => keys.map((key) => ({ queue: prefixed(name), key }))),
    queue: prefixed,
    deadQueue: dead,
    retryExchange: retry,
    questionQueue: (question) => prefixed(`ask.${question}`),
    routingKey: (event) =>
      events[event.type].partitioned && 'screeningId' in event.payload
        ? `${event.type}.${partitionOf(event.payload.screeningId)}`
        : event.type,
    async declare(channel) {
      await channel.assertExchange(exchange, 'topic', { durable: true })
      for (const queue of new Set(names.map(dead))) await channel.assertQueue(queue, { durable: true, arguments: quorum })
      for (const delayMs of retryDelaysMs) {
        await channel.assertExchange(retry(delayMs), 'fanout', { durable: true })
        await channel.assertQueue(retry(delayMs), {
          durable: true,
          arguments: { ...quorum, ...deadLetterTo(), 'x-message-ttl': delayMs },
        })
        await channel.bindQueue(retry(delayMs), retry(delayMs), '')
      }
      for (const [name, keys] of queues) await declareQueue(channel, name, keys)
      for (const queue of asked) {
        await channel.assertQueue(queue, {
          durable: true,
          arguments: { 'x-max-length': QUESTIONS_WAITING, 'x-overflow': 'reject-publish' },
        })
      }
    },
    async remove(channel) {
      const all = [...names.map(prefixed), ...names.map(dead), ...retryDelaysMs.map(retry), ...asked]
      for (const queue of new Set(all)) await channel.deleteQueue(queue)
      for (const name of [exchange, ...retryDelaysMs.map(retry)]) await channel.deleteExchange(name)
    },
  }
}

const quorum = { 'x-queue-type': 'quorum' }

/** Through the default exchange, at least once: a dead letter is kept until its next queue has confirmed it. */
function deadLetterTo(queue?: string): Record<string, string> {
  return {
    'x-dead-letter-exchange': '',
    // Without this a dead letter keeps its routing key: that is how a retried message finds its way home.
    ...(queue === undefined ? {} : { 'x-dead-letter-routing-key': queue }),
    'x-dead-letter-strategy': 'at-least-once',
    'x-overflow': 'reject-publish',
  }
}
