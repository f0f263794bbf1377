import { z } from 'zod'

/** What every event carries, whatever it says. Times are RFC 3339 in UTC with milliseconds; ids are UUIDs. */
export const envelope = z.object({
  id: z.uuid().describe('Unique per event; a repeated delivery has the same id.'),
  occurredAt: z.iso.datetime({ precision: 3 }),
  aggregateId: z.string().min(1).describe('The order, screening or user that the event is about.'),
  aggregateVersion: z.int().nonnegative().describe('Counts the events of the aggregate; for a screening this is `sequence`.'),
  correlationId: z.string().min(1).max(200).describe('The same for all that one request led to.'),
  causationId: z.string().min(1).max(200).nullable().describe('The event or request that led to this one.'),
  traceparent: z.string().max(200).nullable().describe('W3C trace context.'),
})

export interface EventDefinition<Type extends string = string, Payload extends z.ZodType = z.ZodType> {
  readonly type: Type
  /** Evolving an event means a new version beside the old. */
  readonly version: number
  readonly description: string
  /** True where an event that no queue takes is a failure to publish. */
  readonly mustBeHeard: boolean
  /** True where the routing key ends in the partition of the payload's `screeningId`. */
  readonly partitioned: boolean
  readonly payload: Payload
}

export function defineEvent<const Type extends string, Payload extends z.ZodType>(
  definition: EventDefinition<Type, Payload>,
): EventDefinition<Type, Payload> {
  return definition
}
