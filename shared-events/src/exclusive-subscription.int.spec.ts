import { expect, test } from 'vitest'
import { aBroker } from './testing/a-broker.js'
import { sessionRevoked } from './testing/sample-events.js'
import { soon } from './testing/soon.js'

test('Given two gateways, when a session is revoked, then both hear it', async () => {
  const { broker, another } = await aBroker()
  const heard: string[] = []
  const gateways = [broker, another()]
  await Promise.all(gateways.map((gateway, index) =>
    gateway.subscribeExclusively(['session.revoked'], {
      'session.revoked': async ({ payload }) => void heard.push(`${index}: ${payload.userId}`),
    }),
  ))
  await broker.publish(sessionRevoked('u'))
  await expect.poll(() => heard.toSorted(), soon).toEqual(['0: u', '1: u'])
})

test('Given a gateway that lost its link, when it hears again, then it is told to look what it missed (rule 19)', async () => {
  const { broker, proxy, another } = await aBroker()
  const heard: string[] = []
  let reconnects = 0
  const answers: unknown[] = []
  broker.onReconnect(() => {
    reconnects++
    answers.push(broker.ask('auth.who-is-this', { token: 't', slide: false }, { timeoutMs: 5_000 }))
  })
  await broker.subscribeExclusively(['session.revoked'], {
    'session.revoked': async ({ payload }) => void heard.push(payload.userId),
  })
  await another().answer('auth.who-is-this', async () => null)
  expect(reconnects).toBe(0)
  proxy.cut()
  await expect.poll(() => reconnects, soon).toBe(1)
  expect(await Promise.all(answers)).toEqual([null])
  await another().publish(sessionRevoked('u'))
  await expect.poll(() => heard, soon).toEqual(['u'])
})

test('Given a handler that fails, when the next event comes, then it is heard all the same', async () => {
  const { broker } = await aBroker()
  const heard: string[] = []
  await broker.subscribeExclusively(['session.revoked'], {
    'session.revoked': async ({ payload }) => {
      heard.push(payload.userId)
      throw new Error('no')
    },
  })
  await broker.publish(sessionRevoked('1'))
  await broker.publish(sessionRevoked('2'))
  await expect.poll(() => heard, soon).toEqual(['1', '2'])
})
