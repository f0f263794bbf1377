import { describe, expect, test } from 'vitest'
import { aBroker } from './testing/a-broker.js'
import { operatorOf } from './testing/operator.js'
import { locksRequested } from './testing/sample-events.js'
import { soon } from './testing/soon.js'
import { topologyOf } from './topology.js'

describe('Given links that break', () => {
  test('when a slow handler ends after a reconnect, then its ack confirms no other message (issue #362)', async () => {
    const { broker, proxy, another } = await aBroker({ drainMs: 50 })
    const publisher = another()
    const seen: string[] = []
    let release: (() => void) | undefined
    await broker.consume('tickets.locks-requested', {
      'locks.requested': ({ payload }) => {
        seen.push(payload.reason)
        if (seen.length > 1) return new Promise(() => undefined)
        return new Promise((resolve) => (release = resolve))
      },
    }, { prefetch: 1 })
    await publisher.publish(locksRequested('first'))
    await expect.poll(() => seen, soon).toEqual(['first'])

    // The first comes again on the new channel, with the delivery tag that the slow handler still holds.
    proxy.cut()
    await expect.poll(() => seen, soon).toEqual(['first', 'first'])
    release?.()
    await broker.stop()

    const next = another()
    await next.consume('tickets.locks-requested', { 'locks.requested': async ({ payload }) => void seen.push(payload.reason) })
    await expect.poll(() => seen, soon).toEqual(['first', 'first', 'first'])
  }, 30_000)

  test('when the link is cut again and again under load, then nothing is lost and the consumer goes on', async () => {
    const { broker, proxy, another } = await aBroker()
    const publisher = another()
    const seen = new Set<string>()
    let handled = 0
    await broker.consume('tickets.locks-requested', {
      'locks.requested': async ({ payload }) => {
        seen.add(payload.reason)
        if (++handled % 400 === 0) proxy.cut()
      },
    }, { prefetch: 50 })
    await Promise.all(Array.from({ length: 2_000 }, (_, index) => publisher.publish(locksRequested(String(index)))))
    await expect.poll(() => seen.size, soon).toBe(2_000)
    expect(proxy.links()).toBeGreaterThan(5)
  })

  test('when the queue is deleted, then it is declared and consumed again', async () => {
    const { namespace, broker } = await aBroker()
    const seen: string[] = []
    await broker.consume('tickets.locks-requested', { 'locks.requested': async ({ payload }) => void seen.push(payload.reason) })
    const { channel } = await operatorOf(namespace)
    await channel.deleteQueue(topologyOf(namespace).queue('tickets.locks-requested'))
    await expect.poll(() => broker.publish(locksRequested('x')).then(() => 'published', () => 'not yet'), soon).toBe('published')
    await expect.poll(() => seen, soon).toContain('x')
  })
})
