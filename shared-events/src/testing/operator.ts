import { connect } from 'amqplib'
import type { ConfirmChannel } from 'amqplib'
import { onTestFinished } from 'vitest'
import { topologyOf } from '../topology.js'
import type { QueueName } from '../topology.js'
import { backingServices } from './backing-services.js'

export interface Operator {
  readonly channel: ConfirmChannel
  /** The headers of the next dead letter of a consumer; null where there is none. Takes it out. */
  deadLetter(queue: QueueName): Promise<Record<string, unknown> | null>
}

/** RabbitMQ as an operator sees it, past all our code. */
export async function operatorOf(namespace: string): Promise<Operator> {
  const connection = await connect(backingServices().rabbitmqUrl)
  onTestFinished(() => connection.close())
  const channel = await connection.createConfirmChannel()
  channel.on('error', () => undefined)
  return {
    channel,
    async deadLetter(queue) {
      const message = await channel.get(topologyOf(namespace).deadQueue(queue), { noAck: true })
      return message ? (message.properties.headers ?? {}) : null
    },
  }
}
