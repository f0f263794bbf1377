import type { z } from 'zod'
import { envelope } from '../define-event.js'
import { events } from '../events.js'
import { questions } from '../rpc-contracts.js'
import { queuesThatHear } from '../topology.js'
import { fieldsOf } from './payload-fields.js'

/** docs/events.md: the contract between the services, for people. */
export function eventsMarkdown(): string {
  return [
    '# Events',
    '<!-- Generated from shared-events/src/events.ts by `npm run docs:events -w @mov-ticket/shared-events`. -->',
    'What the services tell each other over RabbitMQ, and what an event carries. Times are RFC 3339 in UTC with milliseconds.',
    'Names of the exchange and the queues begin with the namespace (`mov-ticket` by default); how they hang together is written in',
    '[decision 2](decisions/0002-rabbitmq-topology.md). The same for machines: [asyncapi.json](asyncapi.json).',
    '',
    '## Every event',
    `${table(envelope)}\nBeside them: \`type\`, \`version\` and \`payload\`.`,
    ...Object.values(events).map(section),
    '',
    '# Questions',
    'Asked over direct reply-to; whoever asks waits for the answer, for a time of his own.',
    ...Object.entries(questions).map(
      ([name, { description, request, response }]) =>
        `## ${name}\n${description}\n\nRequest:\n\n${table(request)}\nAnswer:\n\n${table(response)}`,
    ),
  ].join('\n')
}

function section(definition: (typeof events)[keyof typeof events]): string {
  const { type, version, description, mustBeHeard, partitioned, payload } = definition
  const queues = queuesThatHear(type).map((queue) => `\`${queue}\``)
  const hears = queues.length > 0 ? queues.join(', ') : "each gateway's own queue"
  return [
    `## ${type}`,
    `${description}\n`,
    `- Version ${version}; routing key \`${type}${partitioned ? '.<partition of the screening>' : ''}\``,
    `- Heard by ${hears}`,
    `- ${mustBeHeard ? 'Reaching no queue is a failure to publish' : 'May reach nobody'}\n`,
    table(payload),
  ].join('\n')
}

function table(schema: z.ZodType): string {
  const rows = fieldsOf(schema).map(({ path, type, meaning }) => `| \`${path}\` | ${type} | ${meaning} |`)
  return ['| Field | Type | Meaning |', '| --- | --- | --- |', ...rows, ''].join('\n')
}
