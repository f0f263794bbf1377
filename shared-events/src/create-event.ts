import { randomUUID } from 'node:crypto'
import { currentCorrelation } from '@mov-ticket/service-kit'
import { eventDefinitions } from './events.js'
import type { EventOf, EventType, PayloadOf } from './events.js'

export interface EventFacts {
  readonly aggregateId: string
  readonly aggregateVersion: number
  readonly now: Date
  /** Default: a new one. */
  readonly id?: string
}

/** Makes an event of the current correlation. Throws where the payload breaks the contract, before anything is written. */
export function createEvent<T extends EventType>(type: T, payload: PayloadOf<T>, facts: EventFacts): EventOf<T> {
  const definition = eventDefinitions[type]
  const correlation = currentCorrelation()
  return {
    id: facts.id ?? randomUUID(),
    type,
    version: definition.version,
    occurredAt: facts.now.toISOString(),
    aggregateId: facts.aggregateId,
    aggregateVersion: facts.aggregateVersion,
    correlationId: correlation?.correlationId ?? randomUUID(),
    causationId: correlation?.causationId ?? null,
    traceparent: correlation?.traceparent ?? null,
    payload: definition.payload.parse(payload),
  }
}
