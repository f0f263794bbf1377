import { describe, expect, test } from 'vitest'
import { currentCorrelation, withCorrelation } from '@mov-ticket/service-kit'
import { aBroker } from './testing/a-broker.js'
import { lockExpired, locksRequested } from './testing/sample-events.js'
import { soon } from './testing/soon.js'
import { screeningQueues } from './topology.js'

describe('Given a consumer', () => {
  test('when events arrive, then handlers are called in the order of delivery, at most the prefetch at a time', async () => {
    const { broker } = await aBroker()
    const started: string[] = []
    const ends: (() => void)[] = []
    await broker.consume('tickets.locks-requested', {
      'locks.requested': (event) => {
        started.push(event.payload.reason)
        return new Promise((resolve) => ends.push(resolve))
      },
    }, { prefetch: 3 })

    for (const reason of ['1', '2', '3', '4', '5']) await broker.publish(locksRequested(reason))
    await expect.poll(() => started, soon).toEqual(['1', '2', '3'])

    ends[1]?.()
    await expect.poll(() => started, soon).toEqual(['1', '2', '3', '4'])
    for (const end of ends) end()
    await expect.poll(() => started, soon).toEqual(['1', '2', '3', '4', '5'])
    for (const end of ends) end()
  })

  test('when an event is handled, then what it leads to carries its correlation and names it as the cause', async () => {
    const { broker } = await aBroker()
    const seen: unknown[] = []
    await broker.consume('tickets.locks-requested', {
      'locks.requested': async () => void seen.push(currentCorrelation()),
    })
    const event = withCorrelation({ correlationId: 'request-1', causationId: null, traceparent: null }, () => locksRequested('x'))
    await broker.publish(event)
    await expect.poll(() => seen, soon).toEqual([{ correlationId: 'request-1', causationId: event.id, traceparent: null }])
  })

  test('when commands to one screening arrive, then they come through one partition, in order', async () => {
    const { broker } = await aBroker()
    const seen: Record<string, number[]> = {}
    await Promise.all(screeningQueues.map((queue) =>
      broker.consume(queue, {
        'lock.expired': async ({ payload }) => {
          const heard = (seen[`${payload.screeningId} through ${queue}`] ??= [])
          heard.push(payload.sequence)
        },
      }),
    ))
    const screenings = ['a', 'b', 'c', 'd']
    for (let sequence = 0; sequence < 10; sequence++) {
      await Promise.all(screenings.map((id) => broker.publish(lockExpired(id, sequence))))
    }
    await expect.poll(() => Object.values(seen).flat().length, soon).toBe(40)
    const ways = Object.values(seen)
    expect(ways).toHaveLength(screenings.length)
    for (const heard of ways) expect(heard).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  })
})

describe('Given a consumer that is stopped', () => {
  test('when a handler is running, then stop waits for it, takes nothing new, and what is left waits in the queue', async () => {
    const { broker, another } = await aBroker()
    const started: string[] = []
    let release: (() => void) | undefined
    const consumer = await broker.consume('tickets.locks-requested', {
      'locks.requested': ({ payload }) => {
        started.push(payload.reason)
        return new Promise((resolve) => (release = resolve))
      },
    }, { prefetch: 1 })
    await broker.publish(locksRequested('1'))
    await broker.publish(locksRequested('2'))
    await expect.poll(() => started, soon).toEqual(['1'])
    const stopping = consumer.stop()
    release?.()
    await stopping

    const next = another()
    await next.consume('tickets.locks-requested', { 'locks.requested': async ({ payload }) => void started.push(payload.reason) })
    await expect.poll(() => started, soon).toEqual(['1', '2'])
  })

  test('when a handler does not end, then stop gives up after its time and the message comes again elsewhere', async () => {
    const { broker, another } = await aBroker({ drainMs: 50 })
    let started = 0
    const consumer = await broker.consume('tickets.locks-requested', {
      'locks.requested': () => {
        started++
        return new Promise(() => undefined)
      },
    })
    await broker.publish(locksRequested('1'))
    await expect.poll(() => started, soon).toBe(1)
    await consumer.stop()
    const seen: string[] = []
    await another().consume('tickets.locks-requested', { 'locks.requested': async ({ payload }) => void seen.push(payload.reason) })
    await expect.poll(() => seen, soon).toEqual(['1'])
  })
})
