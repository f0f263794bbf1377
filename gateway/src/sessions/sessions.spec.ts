import { createLogger } from '@mov-ticket/service-kit'
import type { RequestOf, ResponseOf } from '@mov-ticket/shared-events'
import { describe, expect, it } from 'vitest'
import { createSessions } from './sessions.js'

type Answer = ResponseOf<'auth.who-is-this'>

const logger = createLogger({ service: 'gateway', level: 'silent' })
const ada: Answer = { userId: 'ada', sessionId: 's1', role: 'CUSTOMER', expiresAt: '1970-01-01T01:00:00.000Z' }
const user = { userId: 'ada', sessionId: 's1', role: 'CUSTOMER' }

/** Auth answers when the spec says so. */
function given(answer: Answer = ada) {
  const asked: RequestOf<'auth.who-is-this'>[] = []
  const waiting: { resolve(answer: Answer): void; reject(error: Error): void }[] = []
  const clock = { ms: 0 }
  let held = false
  const sessions = createSessions({
    ask: (question) => {
      asked.push(question)
      return held ? new Promise((resolve, reject) => waiting.push({ resolve, reject })) : Promise.resolve(answer)
    },
    now: () => clock.ms,
    freshMs: 10_000,
    logger,
  })
  return { sessions, asked, clock, waiting, hold: () => (held = true), let: () => (held = false) }
}

describe('sessions', () => {
  it('asks once for all that come at the same time, and believes the answer for a moment', async () => {
    const { sessions, asked, clock } = given()
    expect(await Promise.all([sessions.whoseIs('t'), sessions.whoseIs('t')])).toEqual([user, user])
    clock.ms = 9_999
    await sessions.whoseIs('t')
    expect(asked).toHaveLength(1)
    clock.ms = 10_000
    await sessions.whoseIs('t')
    expect(asked).toHaveLength(2)
  })

  it('keeps a session alive at most once a minute', async () => {
    const { sessions, asked, clock } = given()
    for (const ms of [0, 20_000, 59_999, 75_000, 90_000]) {
      clock.ms = ms
      await sessions.whoseIs('t')
    }
    expect(asked.map(({ slide }) => slide)).toEqual([true, false, false, true, false])
  })

  it('believes no answer beyond the end of the session', async () => {
    const { sessions, asked, clock } = given({ ...ada, expiresAt: '1970-01-01T00:00:01.000Z' })
    await sessions.whoseIs('t')
    clock.ms = 1_000
    await sessions.whoseIs('t')
    expect(asked).toHaveLength(2)
  })

  it('remembers strangers too, and asks nothing about what can be no token', async () => {
    const { sessions, asked } = given(null)
    expect(await sessions.whoseIs('guess')).toBeNull()
    expect(await sessions.whoseIs('guess')).toBeNull()
    expect(await sessions.whoseIs('')).toBeNull()
    expect(await sessions.whoseIs('x'.repeat(201))).toBeNull()
    expect(asked).toHaveLength(1)
  })

  it('rule 19: forgets a session at once when its revocation is heard', async () => {
    const { sessions, asked } = given()
    await sessions.whoseIs('t')
    sessions.forgetSessions(['another'])
    await sessions.whoseIs('t')
    expect(asked).toHaveLength(1)
    sessions.forgetSessions(['s1'])
    await sessions.whoseIs('t')
    expect(asked).toHaveLength(2)
  })

  it('rule 19: an answer asked for before a revocation was heard is not kept, and nobody who comes later shares it', async () => {
    const { sessions, asked, waiting, hold } = given()
    hold()
    const before = sessions.whoseIs('t')
    sessions.forgetSessions(['s1'])
    const after = sessions.whoseIs('t')
    expect(asked).toHaveLength(2)
    waiting[1]?.resolve(null)
    expect(await after).toBeNull()
    waiting[0]?.resolve(ada)
    await before
    expect(await sessions.whoseIs('t')).toBeNull()
  })

  it('rule 19: an answer that comes after its revocation was heard is nobody\'s, for whoever asked', async () => {
    const { sessions, waiting, hold } = given()
    hold()
    const answers = [sessions.whoseIs('t'), sessions.check('t')]
    sessions.forgetSessions(['s1'])
    for (const question of waiting) question.resolve(ada)
    expect(await Promise.all(answers)).toEqual([null, null])
  })

  it('asks again for every token when revocations may have been missed', async () => {
    const { sessions, asked } = given()
    await sessions.whoseIs('t')
    sessions.forgetAll()
    await sessions.whoseIs('t')
    expect(asked).toHaveLength(2)
  })

  it('rule 19: where nobody can tell it is UNAVAILABLE, never "nobody", and the next one asks again', async () => {
    const { sessions, asked, waiting, hold, let: answer } = given()
    hold()
    const question = sessions.whoseIs('t')
    waiting[0]?.reject(new Error('the broker is away'))
    await expect(question).rejects.toMatchObject({ extensions: { code: 'UNAVAILABLE' } })
    answer()
    expect(await sessions.whoseIs('t')).toEqual(user)
    expect(asked).toHaveLength(2)
  })
})

describe('a check of a session', () => {
  it('asks anew each time, and never keeps the session alive', async () => {
    const { sessions, asked, clock } = given()
    for (const ms of [0, 0, 61_000]) {
      clock.ms = ms
      expect(await sessions.check('t')).toEqual({ user, expiresAt: 3_600_000 })
    }
    expect(asked.map(({ slide }) => slide)).toEqual([false, false, false])
  })

  it('does not keep requests from keeping it alive', async () => {
    const { sessions, asked, clock } = given()
    await sessions.check('t')
    clock.ms = 10_000
    await sessions.whoseIs('t')
    clock.ms = 65_000
    await sessions.check('t')
    clock.ms = 75_000
    await sessions.whoseIs('t')
    expect(asked.map(({ slide }) => slide)).toEqual([false, true, false, true])
  })

  it('of nobody, or of what can be no token, is null; where nobody can tell it is UNAVAILABLE', async () => {
    const { sessions, asked } = given(null)
    expect(await sessions.check('guess')).toBeNull()
    expect(await sessions.check('')).toBeNull()
    expect(await sessions.check('x'.repeat(201))).toBeNull()
    expect(asked).toHaveLength(1)
    const { sessions: others, waiting, hold } = given()
    hold()
    const question = others.check('t')
    waiting[0]?.reject(new Error('the broker is away'))
    await expect(question).rejects.toMatchObject({ extensions: { code: 'UNAVAILABLE' } })
  })
})
