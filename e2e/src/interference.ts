import { topologyOf } from '@mov-ticket/shared-events'
import { type ConsumeMessage, connect } from 'amqplib'
import type { Random } from './random.js'

/**
 * Puts itself between the exchange and every queue, and hands each event to its consumers twice, each copy after a
 * random while. So copies overtake each other as far as causation allows: nothing arrives before what it answers was
 * sent. `copies()` counts what was handed over.
 */
export async function interfere({
  rabbitmqUrl,
  namespace,
  random,
  maxDelayMs,
}: {
  rabbitmqUrl: string
  namespace: string
  random: Random
  maxDelayMs: number
}): Promise<{ copies(): number; stop(): Promise<void> }> {
  const topology = topologyOf(namespace)
  const connection = await connect(rabbitmqUrl)
  const channel = await connection.createConfirmChannel()
  const { queue: tap } = await channel.assertQueue('', { exclusive: true })
  await channel.bindQueue(tap, topology.exchange, '#')
  for (const { queue, key } of topology.bindings) await channel.unbindQueue(queue, topology.exchange, key)

  const pending = new Set<NodeJS.Timeout>()
  let copies = 0
  const handOver = (queue: string, { content, properties }: ConsumeMessage): void => {
    const timer = setTimeout(() => {
      pending.delete(timer)
      copies++
      channel.sendToQueue(queue, content, { ...properties, persistent: true })
    }, random.next() * maxDelayMs)
    pending.add(timer)
  }
  await channel.consume(
    tap,
    (message) => {
      if (message === null) return
      for (const { queue, key } of topology.bindings) {
        if (key !== message.fields.routingKey) continue
        handOver(queue, message)
        handOver(queue, message)
      }
    },
    { noAck: true },
  )

  return {
    copies: () => copies,
    async stop() {
      for (const { queue, key } of topology.bindings) await channel.bindQueue(queue, topology.exchange, key)
      for (const timer of pending) clearTimeout(timer)
      await channel.waitForConfirms()
      await connection.close()
    },
  }
}
