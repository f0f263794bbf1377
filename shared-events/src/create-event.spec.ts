import { expect, test } from 'vitest'
import { withCorrelation } from '@mov-ticket/service-kit'
import { createEvent } from './create-event.js'
import { events } from './events.js'
import { parseEvent } from './parse-event.js'

const facts = { aggregateId: 'o1', aggregateVersion: 7, now: new Date('2026-01-02T03:04:05.678Z') }
const expired = { orderId: 'o1', screeningId: 's1', sequence: 7 }

test('Given a request, when it leads to an event, then the event carries its correlation', () => {
  const correlation = { correlationId: 'request-1', causationId: 'cause-1', traceparent: '00-a-b-01' }
  const event = withCorrelation(correlation, () => createEvent('lock.expired', expired, facts))
  expect(event).toMatchObject({
    ...correlation,
    type: 'lock.expired',
    version: events['lock.expired'].version,
    occurredAt: '2026-01-02T03:04:05.678Z',
    aggregateId: 'o1',
    aggregateVersion: 7,
    payload: expired,
  })
})

test('Given no request, then each event begins a correlation of its own', () => {
  const [one, two] = [createEvent('lock.expired', expired, facts), createEvent('lock.expired', expired, facts)]
  expect(one.correlationId).not.toBe(two.correlationId)
  expect(one.id).not.toBe(two.id)
  expect(one.causationId).toBeNull()
})

test('Given a payload that breaks the contract, then no event is made', () => {
  expect(() => createEvent('lock.expired', { ...expired, sequence: -1 }, facts)).toThrow(/sequence/)
})

test('What was made is read as the same event', () => {
  const event = createEvent('lock.expired', expired, facts)
  expect(parseEvent(Buffer.from(JSON.stringify(event)))).toEqual({ ok: true, event })
})

test('A field that is not in the contract is not read: a newer sender may have it', () => {
  const event = createEvent('lock.expired', expired, facts)
  const newer = { ...event, payload: { ...event.payload, mood: 'fine' } }
  expect(parseEvent(Buffer.from(JSON.stringify(newer)))).toEqual({ ok: true, event })
})
