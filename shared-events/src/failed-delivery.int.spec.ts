import { describe, expect, test } from 'vitest'
import { NotNow } from './messaging-errors.js'
import { aBroker } from './testing/a-broker.js'
import { operatorOf } from './testing/operator.js'
import { locksRequested } from './testing/sample-events.js'
import { soon } from './testing/soon.js'
import { topologyOf } from './topology.js'

describe('Given a message that fails (rule 23)', () => {
  test('when its handler throws again and again, then it is tried five times, ever later, and dead-lettered; neighbours pass', async () => {
    const { namespace, broker } = await aBroker()
    const attempts: number[] = []
    const others: string[] = []
    await broker.consume('tickets.locks-requested', {
      'locks.requested': async ({ payload }) => {
        if (payload.reason !== 'poison') return void others.push(payload.reason)
        attempts.push(performance.now())
        throw new Error('I do not like it.')
      },
    })
    await broker.publish(locksRequested('poison'))
    await broker.publish(locksRequested('before'))

    const operator = await operatorOf(namespace)
    await expect.poll(() => operator.deadLetter('tickets.locks-requested'), soon).toMatchObject({
      queue: 'tickets.locks-requested',
      reason: 'It failed 5 times, the last time: I do not like it.',
    })
    expect(attempts).toHaveLength(5)
    const gaps = attempts.slice(1).map((time, index) => time - (attempts[index] ?? 0))
    for (const [index, delay] of [50, 100, 150, 200].entries()) expect(gaps[index]).toBeGreaterThanOrEqual(delay - 1)
    await broker.publish(locksRequested('after'))
    await expect.poll(() => others, soon).toEqual(['before', 'after'])
  })

  test('when a handler says NotNow, then the attempt is not counted and it comes again until it succeeds', async () => {
    const { broker } = await aBroker()
    let attempts = 0
    const done: string[] = []
    await broker.consume('tickets.locks-requested', {
      'locks.requested': async (event) => {
        if (++attempts <= 8) throw new NotNow('The database is away.')
        done.push(event.id)
      },
    })
    const event = locksRequested('x')
    await broker.publish(event)
    await expect.poll(() => done, soon).toEqual([event.id])
    expect(attempts).toBe(9)
  })

  test.each([
    ['no JSON', Buffer.from('{'), /not JSON/],
    ['no event', Buffer.from('{"a":1}'), /no type and version/],
    ['an unknown type', Buffer.from('{"type":"seats.painted","version":1}'), /seats.painted is unknown/],
    ['an unknown version', Buffer.from('{"type":"locks.requested","version":99}'), /Version 99 of locks.requested/],
    ['a payload that breaks the contract', Buffer.from('{"type":"locks.requested","version":1,"payload":{}}'), /payload/],
  ])('when it is %s, then it is dead-lettered at once, with the reason', async (_, content, reason) => {
    const { namespace, broker } = await aBroker()
    await broker.consume('tickets.locks-requested', { 'locks.requested': async () => undefined })
    const operator = await operatorOf(namespace)
    operator.channel.sendToQueue(topologyOf(namespace).queue('tickets.locks-requested'), content)
    await expect.poll(() => operator.deadLetter('tickets.locks-requested'), soon).toMatchObject({ reason: expect.stringMatching(reason) })
  })

  test('when nothing here handles its type, then it is dead-lettered', async () => {
    const { namespace, broker } = await aBroker()
    await broker.consume('tickets.locks-requested', {})
    await broker.publish(locksRequested('x'))
    const operator = await operatorOf(namespace)
    await expect.poll(() => operator.deadLetter('tickets.locks-requested'), soon).toMatchObject({
      reason: 'Nothing here handles locks.requested.',
    })
  })
})
