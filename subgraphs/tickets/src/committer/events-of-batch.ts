import { randomUUID } from 'node:crypto'
import { withCorrelation, type Correlation } from '@mov-ticket/service-kit'
import { createEvent, type AnyEvent } from '@mov-ticket/shared-events'
import type { Batch } from '../screening/decide-batch.js'
import type { Message } from '../screening/decision.js'
import type { Waiting } from './waiting.js'

export interface BatchEvents {
  /** For the outbox, in sequence. */
  readonly events: readonly AnyEvent[]
  /** To be published as they are, by command. */
  readonly answers: readonly (readonly AnyEvent[])[]
}

/** Messages as events, each of the correlation of what led to it. Throws where one breaks the contract. */
export function eventsOf(screeningId: string, batch: Batch, waiting: readonly Waiting[], now: Date): BatchEvents {
  const encode = (message: Message, correlation: Correlation | undefined): AnyEvent =>
    withCorrelation(correlation ?? nobodyAsked(), () => {
      const facts = { aggregateId: screeningId, aggregateVersion: message.sequence, now }
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- A message's type and payload belong together.
      return createEvent(message.type, message.payload, facts) as AnyEvent
    })
  const released = batch.released.map((message) => encode(message, expiryOf(message, waiting)))
  const results = batch.results.map(({ events, answers }, at) => {
    const correlation = waiting[at]?.correlation
    return { events: events.map((each) => encode(each, correlation)), answers: answers.map((each) => encode(each, correlation)) }
  })
  return { events: [...released, ...results.flatMap(({ events }) => events)], answers: results.map(({ answers }) => answers) }
}

/** A lock that was released because its expiry was announced goes on with that correlation. */
function expiryOf(message: Message, waiting: readonly Waiting[]): Correlation | undefined {
  const orderId = 'orderId' in message.payload ? message.payload.orderId : null
  return waiting.find(({ command }) => command.type === 'EXPIRE' && command.orderId === orderId)?.correlation
}

function nobodyAsked(): Correlation {
  return { correlationId: randomUUID(), causationId: null, traceparent: null }
}
