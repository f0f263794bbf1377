import type { Logger } from '@mov-ticket/service-kit'
import { atMost } from './at-most.js'
import { startConsumer } from './consumer.js'
import type { Consumer } from './consumer.js'
import { events } from './events.js'
import type { AnyEvent, EventType } from './events.js'
import { subscribeExclusively } from './exclusive-subscription.js'
import { createFailedDelivery } from './failed-delivery.js'
import type { Handlers } from './handlers.js'
import { createLink } from './link.js'
import { BrokerUnavailable } from './messaging-errors.js'
import { createPublisher } from './publisher.js'
import { createRpcClient } from './rpc-client.js'
import type { RpcClient } from './rpc-client.js'
import type { QuestionName, RequestOf, ResponseOf } from './rpc-contracts.js'
import { answerQuestions } from './rpc-server.js'
import { topologyOf } from './topology.js'
import type { QueueName } from './topology.js'

const PREFETCH = 100
/** How long `stop` waits for confirms. */
const FLUSH_MS = 1_000

export interface BrokerOptions {
  readonly url: string
  readonly namespace: string
  /** The name of the process, for RabbitMQ's management. */
  readonly service: string
  readonly logger: Logger
  /** Default 5 s. */
  readonly publishTimeoutMs?: number
  /** How long `stop` waits for running handlers. Default 4 s. */
  readonly drainMs?: number
  /** The same in all processes of a namespace. Default: RETRY_DELAYS_MS. */
  readonly retryDelaysMs?: readonly number[]
}

export interface Broker extends Pick<RpcClient, 'ask'> {
  /**
   * Resolves when the event is safe with the broker. Rejects with Unroutable, PublishTimedOut or BrokerUnavailable,
   * and then it may have arrived all the same: keep events in an outbox.
   */
  publish(event: AnyEvent): Promise<void>
  /** Resolves when it consumes; waits for the broker, for as long as it takes. Default prefetch: 100. */
  consume(queue: QueueName, handlers: Handlers, options?: { prefetch?: number }): Promise<Consumer>
  /** A handler that throws makes the asker's call reject with QuestionFailed. */
  answer<Q extends QuestionName>(
    question: Q,
    handler: (request: RequestOf<Q>) => Promise<ResponseOf<Q>>,
  ): Promise<{ stop(): Promise<void> }>
  /** Every process hears these, while it is connected; see `onReconnect`. */
  subscribeExclusively(types: readonly EventType[], handlers: Handlers): Promise<{ stop(): Promise<void> }>
  /** Rejects with BrokerUnavailable unless everything is connected. */
  ready(): Promise<void>
  /** Called after each gap in which events may have passed an exclusive subscription, when it hears and asks again. */
  onReconnect(fn: () => void): void
  /** Drains consumers, waits for publishes in flight, closes. Idempotent, bounded. */
  stop(): Promise<void>
}

/** Connects in the background, and again whenever the link is lost. */
export function connectBroker(options: BrokerOptions): Broker {
  const { url, namespace, service, logger, publishTimeoutMs: timeoutMs = 5_000, drainMs = 4_000 } = options
  const topology = topologyOf(namespace, options.retryDelaysMs)
  // Two links: a broker that is short of memory stops reading from those that publish, and acks must go on.
  const outward = createLink({ url, name: `${namespace}.${service} publishes`, topology, logger })
  const inward = createLink({ url, name: `${namespace}.${service} consumes`, topology, logger })
  const publisher = createPublisher({ link: outward, timeoutMs, logger })
  const failed = createFailedDelivery({ publisher, topology, logger })
  const client = createRpcClient({ link: outward, topology })
  const running: { stop(): Promise<void> }[] = []
  const reconnectListeners: (() => void)[] = []
  let deaf = false
  let stopped: Promise<void> | undefined

  inward.onReopened(() => {
    deaf = true
    tellOfReconnect()
  })
  outward.onReopened(tellOfReconnect)

  /** Only when questions can be asked again too. */
  function tellOfReconnect(): void {
    if (!deaf || !inward.isUp() || !outward.isUp()) return
    deaf = false
    for (const listener of reconnectListeners) listener()
  }

  async function kept<T extends { stop(): Promise<void> }>(starting: Promise<T>): Promise<T> {
    const started = await starting
    running.push(started)
    return started
  }

  async function stopAll(): Promise<void> {
    await Promise.all(running.map((each) => each.stop()))
    await atMost(FLUSH_MS, publisher.idle())
    await Promise.all([inward.close(), outward.close()])
  }

  return {
    publish: (event) =>
      publisher.publish({
        what: event.type,
        exchange: topology.exchange,
        routingKey: topology.routingKey(event),
        content: Buffer.from(JSON.stringify(event)),
        properties: { messageId: event.id, type: event.type, correlationId: event.correlationId },
        mustBeRouted: events[event.type].mustBeHeard,
      }),
    consume: (queue, handlers, { prefetch = PREFETCH } = {}) =>
      kept(startConsumer({ link: inward, queue, topology, handlers, prefetch, failed, drainMs, logger })),
    answer: (question, handler) => kept(answerQuestions({ link: outward, topology, question, handler, logger })),
    ask: (question, request, patience) => client.ask(question, request, patience),
    subscribeExclusively: (types, handlers) => kept(subscribeExclusively({ link: inward, topology, types, handlers, logger })),
    async ready() {
      if (!inward.isUp() || !outward.isUp() || !client.isOpen()) throw new BrokerUnavailable('RabbitMQ is not connected.')
    },
    onReconnect: (fn) => void reconnectListeners.push(fn),
    stop() {
      stopped ??= stopAll()
      return stopped
    },
  }
}
