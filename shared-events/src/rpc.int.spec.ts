import { describe, expect, test } from 'vitest'
import { currentCorrelation, withCorrelation } from '@mov-ticket/service-kit'
import { BrokerUnavailable, QuestionFailed, QuestionTimedOut } from './messaging-errors.js'
import { aBroker } from './testing/a-broker.js'
import { isUp } from './testing/is-up.js'
import { operatorOf } from './testing/operator.js'
import { soon } from './testing/soon.js'
import { topologyOf } from './topology.js'

const session = { userId: 'u', sessionId: 's', role: 'CUSTOMER', expiresAt: '2030-01-01T00:00:00.000Z' } as const
const token = (text: string) => ({ token: text, slide: false })
const patience = { timeoutMs: 5_000 }

describe('Given somebody who answers', () => {
  test('when many ask at once, then each gets its own answer', async () => {
    const { broker, another } = await aBroker()
    await another().answer('auth.who-is-this', async (request) => ({ ...session, userId: request.token }))
    const tokens = Array.from({ length: 500 }, (_, index) => String(index + 1))
    const answers = await Promise.all(tokens.map((text) => broker.ask('auth.who-is-this', token(text), patience)))
    expect(answers.map((answer) => answer?.userId)).toEqual(tokens)
  })

  test('when the question is part of a request, then it is answered under the same correlation', async () => {
    const { broker } = await aBroker()
    const seen: unknown[] = []
    await broker.answer('auth.who-is-this', async () => {
      seen.push(currentCorrelation()?.correlationId)
      return null
    })
    await withCorrelation({ correlationId: 'request-7', causationId: null, traceparent: null }, () =>
      broker.ask('auth.who-is-this', token('x'), patience),
    )
    expect(seen).toEqual(['request-7'])
  })

  test('when the one who answers fails, then who asked learns that it failed, and no detail', async () => {
    const { broker } = await aBroker()
    await broker.answer('auth.who-is-this', async () => {
      throw new Error('password of the database: 1234')
    })
    const asking = broker.ask('auth.who-is-this', token('x'), patience)
    await expect(asking).rejects.toThrow(QuestionFailed)
    await expect(asking).rejects.toThrow(/could not be answered/)
    await expect(asking).rejects.toMatchObject({ retry: false })
  })

  test('when the question breaks the contract, then it is refused', async () => {
    const { broker } = await aBroker()
    await broker.answer('auth.who-is-this', async () => null)
    await expect(broker.ask('auth.who-is-this', token(''), patience)).rejects.toThrow(/breaks the contract/)
  })

  test('when the link is lost before the answer, then who asked learns it at once, and can ask again', async () => {
    const { broker, proxy, another } = await aBroker()
    let asked = 0
    await another().answer('auth.who-is-this', () => {
      asked++
      return asked === 1 ? new Promise(() => undefined) : Promise.resolve(null)
    })
    const asking = broker.ask('auth.who-is-this', token('x'), { timeoutMs: 60_000 })
    await expect.poll(() => asked, soon).toBe(1)
    proxy.cut()
    await expect(asking).rejects.toThrow(BrokerUnavailable)
    await expect.poll(() => isUp(broker), soon).toBe(true)
    expect(await broker.ask('auth.who-is-this', token('x'), patience)).toBeNull()
  })
})

describe('Given nobody who answers', () => {
  test('when somebody asks, then it times out, and an expired question is never worked on', async () => {
    const { broker, namespace } = await aBroker()
    const { channel } = await operatorOf(namespace)
    const asking = broker.ask('auth.who-is-this', token('too late'), { timeoutMs: 100 })
    await expect(asking).rejects.toThrow(QuestionTimedOut)
    await expect(asking).rejects.toMatchObject({ retry: true })
    // By the broker's clock it expires a moment later.
    const left = async () => (await channel.checkQueue(topologyOf(namespace).questionQueue('auth.who-is-this'))).messageCount
    await expect.poll(left, soon).toBe(0)

    const seen: string[] = []
    await broker.answer('auth.who-is-this', async (request) => {
      seen.push(request.token)
      return null
    })
    await broker.ask('auth.who-is-this', token('in time'), patience)
    expect(seen).toEqual(['in time'])
  })

  test('when there is no broker, then asking fails at once', async () => {
    const { broker, proxy } = await aBroker()
    proxy.refuse()
    await expect.poll(() => isUp(broker), soon).toBe(false)
    await expect(broker.ask('auth.who-is-this', token('x'), { timeoutMs: 60_000 })).rejects.toThrow(BrokerUnavailable)
  })
})
