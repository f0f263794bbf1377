import { describe, expect, test } from 'vitest'
import { events } from './events.js'
import { aBroker } from './testing/a-broker.js'
import { operatorOf } from './testing/operator.js'
import { locksRequested } from './testing/sample-events.js'
import { soon } from './testing/soon.js'
import { queuesThatHear, topologyOf } from './topology.js'

describe('Given the topology (rule 22)', () => {
  test('when two processes declare it at the same time, then both succeed and each queue is there', async () => {
    const { namespace, broker, another } = await aBroker()
    const others = [another(), another(), another()]
    await Promise.all([broker, ...others].map((each) => each.publish(locksRequested('x'))))
    const { channel } = await operatorOf(namespace)
    expect(await channel.checkQueue(topologyOf(namespace).queue('tickets.locks-requested'))).toMatchObject({ messageCount: 4 })
  })

  test.each(Object.values(events).filter(({ mustBeHeard }) => mustBeHeard).map(({ type }) => type))(
    '%s must be heard, so a queue hears it',
    (type) => {
      expect(queuesThatHear(type)).not.toEqual([])
    },
  )
})

describe('Given a message that kills its process each time', () => {
  test('when it was delivered 51 times, then RabbitMQ itself dead-letters it; before that it is no failure (rule 23)', async () => {
    const { namespace, broker } = await aBroker()
    await broker.publish(locksRequested('deadly'))
    const operator = await operatorOf(namespace)
    const queue = topologyOf(namespace).queue('tickets.locks-requested')
    let deliveries = 0
    // What a process that dies leaves behind is given back by the broker, with its count one higher.
    for (let message = await operator.channel.get(queue); message; message = await operator.channel.get(queue)) {
      deliveries++
      operator.channel.nack(message, false, true)
    }
    expect(deliveries).toBe(51)
    await expect.poll(() => operator.deadLetter('tickets.locks-requested'), soon).toMatchObject({
      'x-first-death-reason': 'delivery_limit',
    })
  })
})
