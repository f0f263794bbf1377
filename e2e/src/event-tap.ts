import { type AnyEvent, topologyOf } from '@mov-ticket/shared-events'
import { type Channel, connect } from 'amqplib'

/** Keeps a copy of every event in a durable queue of its own, so that it survives the broker as the real queues do. */
export interface EventTap {
  /** All so far, in the order of their arrival; they are taken out. */
  drain(): Promise<AnyEvent[]>
  /** What the consumers of the namespace gave up. */
  deadLetters(): Promise<number>
  remove(): Promise<void>
}

const consumers = [
  'tickets.locks-requested',
  'tickets.screenings.0',
  'orders.outcomes',
  'orders.screenings',
  'expiration.deadlines',
] as const

export async function openTap(rabbitmqUrl: string, namespace: string): Promise<EventTap> {
  const topology = topologyOf(namespace)
  const queue = `${namespace}.test-tap`
  await withChannel(rabbitmqUrl, async (channel) => {
    await topology.declare(channel)
    await channel.assertQueue(queue, { durable: true, arguments: { 'x-queue-type': 'quorum' } })
    await channel.bindQueue(queue, topology.exchange, '#')
  })
  return {
    drain: async () =>
      withChannel(rabbitmqUrl, async (channel) => {
        const seen: AnyEvent[] = []
        for (;;) {
          const message = await channel.get(queue, { noAck: true })
          if (message === false) return seen
          const event: AnyEvent = JSON.parse(message.content.toString())
          seen.push(event)
        }
      }),
    deadLetters: async () =>
      withChannel(rabbitmqUrl, async (channel) => {
        let count = 0
        for (const consumer of consumers) count += (await channel.checkQueue(topology.deadQueue(consumer))).messageCount
        return count
      }),
    remove: async () =>
      withChannel(rabbitmqUrl, async (channel) => {
        await channel.deleteQueue(queue)
      }),
  }
}

async function withChannel<T>(url: string, use: (channel: Channel) => Promise<T>): Promise<T> {
  const connection = await connect(url)
  try {
    return await use(await connection.createChannel())
  } finally {
    await connection.close()
  }
}
