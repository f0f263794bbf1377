import { describe, expect, test } from 'vitest'
import { BrokerUnavailable, PublishTimedOut, Unroutable } from './messaging-errors.js'
import { aBroker } from './testing/a-broker.js'
import { isUp } from './testing/is-up.js'
import { operatorOf } from './testing/operator.js'
import { locksRequested, sessionRevoked } from './testing/sample-events.js'
import { soon } from './testing/soon.js'
import { topologyOf } from './topology.js'

describe('Given a publisher', () => {
  test('when the broker confirms, then the event is in every queue that hears it, though nobody consumes yet', async () => {
    const { namespace, broker } = await aBroker()
    const event = locksRequested('x')
    await broker.publish(event)
    const { channel } = await operatorOf(namespace)
    const message = await channel.get(topologyOf(namespace).queue('tickets.locks-requested'), { noAck: true })
    expect(message).toMatchObject({ properties: { messageId: event.id, type: 'locks.requested', deliveryMode: 2 } })
    expect(message && JSON.parse(message.content.toString())).toEqual(event)
  })

  test('when no queue takes an event that must be heard, then it rejects, though the broker confirms (rule 22)', async () => {
    const { namespace, broker } = await aBroker()
    await broker.publish(locksRequested('x'))
    const { channel } = await operatorOf(namespace)
    await channel.deleteQueue(topologyOf(namespace).queue('tickets.locks-requested'))
    await expect(broker.publish(locksRequested('y'))).rejects.toThrow(Unroutable)
  })

  test('when nobody listens to an event that need not be heard, then it resolves', async () => {
    const { broker } = await aBroker()
    await expect(broker.publish(sessionRevoked('anybody'))).resolves.toBeUndefined()
  })

  test('when many are published at once, then those that are unroutable reject and no others', async () => {
    const { namespace, broker } = await aBroker()
    await broker.publish(locksRequested('x'))
    const { channel } = await operatorOf(namespace)
    await channel.deleteQueue(topologyOf(namespace).queue('tickets.locks-requested'))
    const outcomes = await Promise.allSettled(
      Array.from({ length: 200 }, (_, index) => broker.publish(index % 3 === 0 ? locksRequested('x') : sessionRevoked('u'))),
    )
    expect(outcomes.map(({ status }) => status)).toEqual(outcomes.map((_, index) => (index % 3 === 0 ? 'rejected' : 'fulfilled')))
  })

  test('when the exchange is missing, then the publish rejects, and the exchange is declared again (issues #190, #347)', async () => {
    const { namespace, broker } = await aBroker()
    await broker.publish(locksRequested('x'))
    const { channel } = await operatorOf(namespace)
    await channel.deleteExchange(topologyOf(namespace).exchange)
    await expect(broker.publish(locksRequested('y'))).rejects.toThrow(BrokerUnavailable)
    await expect.poll(() => broker.publish(locksRequested('z')).then(() => 'published', () => 'not yet'), soon).toBe('published')
  })

  test('when the broker is away, then a publish rejects in time and memory stays bounded', async () => {
    const { broker, proxy } = await aBroker({ publishTimeoutMs: 200 })
    await broker.publish(locksRequested('x'))
    proxy.refuse()
    await expect.poll(() => isUp(broker), soon).toBe(false)
    await expect(broker.publish(locksRequested('y'))).rejects.toThrow(PublishTimedOut)
    const outcomes = await Promise.allSettled(Array.from({ length: 11_000 }, () => broker.publish(locksRequested('z'))))
    const reasons = outcomes.map((outcome) => (outcome.status === 'rejected' ? outcome.reason : undefined))
    expect(reasons.filter((reason) => reason instanceof BrokerUnavailable)).toHaveLength(1_000)
    expect(reasons.filter((reason) => reason instanceof PublishTimedOut)).toHaveLength(10_000)
  })

  test('when the broker comes back within the timeout, then what waited is published, in order', async () => {
    const { broker, proxy, another } = await aBroker()
    await broker.publish(locksRequested('0'))
    proxy.refuse()
    await expect.poll(() => isUp(broker), soon).toBe(false)
    const published = Promise.all(['1', '2', '3'].map((reason) => broker.publish(locksRequested(reason))))
    proxy.serve()
    await published
    const seen: string[] = []
    await another().consume('tickets.locks-requested', { 'locks.requested': async ({ payload }) => void seen.push(payload.reason) })
    await expect.poll(() => seen, soon).toEqual(['0', '1', '2', '3'])
  })

  test('when a link is cut in the middle, then every publish ends, and what was confirmed has arrived', async () => {
    const { broker, proxy, another } = await aBroker()
    const arrived = new Set<string>()
    await another().consume('tickets.locks-requested', { 'locks.requested': async ({ payload }) => void arrived.add(payload.reason) })
    const confirmed: string[] = []
    let rejected = 0
    const publishes = Array.from({ length: 2_000 }, async (_, index) => {
      try {
        await broker.publish(locksRequested(String(index)))
        confirmed.push(String(index))
        if (confirmed.length === 300) proxy.cut()
      } catch {
        rejected++
      }
    })
    await Promise.all(publishes)
    expect(confirmed.length + rejected).toBe(2_000)
    await expect.poll(() => confirmed.filter((reason) => !arrived.has(reason)), soon).toEqual([])
  })

  test('when links go half-open, then a publish rejects in time, and the heartbeat brings new ones, for consumers too', async () => {
    const { broker, proxy } = await aBroker({ publishTimeoutMs: 300 })
    const seen: string[] = []
    await broker.consume('tickets.locks-requested', { 'locks.requested': async ({ payload }) => void seen.push(payload.reason) })
    proxy.blackhole()
    await expect(broker.publish(locksRequested('y'))).rejects.toThrow(PublishTimedOut)
    // Only the heartbeat can notice: nothing is closed by the other side.
    const published = () => broker.publish(locksRequested('z')).then(() => true, () => false)
    await expect.poll(published, { timeout: 40_000, interval: 100 }).toBe(true)
    await expect.poll(() => seen, soon).toContain('z')
    expect(proxy.links()).toBe(4)
  }, 60_000)
})
