import { z } from 'zod'
import { envelope } from '../define-event.js'
import { events } from '../events.js'

/** docs/asyncapi.json: the same contract for machines (https://www.asyncapi.com/docs/reference/specification/v3.0.0). */
export function asyncApi(): unknown {
  const definitions = Object.values(events)
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'mov-ticket events',
      version: '1.0.0',
      description: 'Generated from shared-events/src/events.ts by `npm run docs:events -w @mov-ticket/shared-events`.',
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(
      definitions.map(({ type, partitioned, description }) => [
        type,
        {
          address: partitioned ? `${type}.{partition}` : type,
          description,
          ...(partitioned ? { parameters: { partition: { description: 'A hash of the screening id.' } } } : {}),
          messages: { [type]: { $ref: `#/components/messages/${type}` } },
          bindings: { amqp: { is: 'routingKey', exchange: { name: '<namespace>.events', type: 'topic', durable: true } } },
        },
      ]),
    ),
    operations: Object.fromEntries(
      definitions.map(({ type }) => [
        `publish ${type}`,
        { action: 'send', channel: { $ref: `#/channels/${type}` }, bindings: { amqp: { deliveryMode: 2 } } },
      ]),
    ),
    components: {
      messages: Object.fromEntries(
        definitions.map(({ type, version, description, payload }) => [
          type,
          {
            name: type,
            summary: description,
            payload: z.toJSONSchema(envelope.extend({ type: z.literal(type), version: z.literal(version), payload })),
          },
        ]),
      ),
    },
  }
}
