import { createLogger } from '@mov-ticket/service-kit'
import type { User } from '@mov-ticket/service-kit'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CheckedSession } from '../sessions/sessions.js'
import { createLiveSessions } from './live-sessions.js'

beforeEach(() => void vi.useFakeTimers({ now: 0 }))
afterEach(() => void vi.useRealTimers())

const never = Number.MAX_SAFE_INTEGER
const ada: User = { userId: 'ada', sessionId: 's1', role: 'CUSTOMER' }

/** Auth answers at once, unless it is held; what it answers was true when it was asked. */
function given() {
  const known = new Map<string, CheckedSession>([['t1', { user: ada, expiresAt: never }]])
  const asked: { readonly token: string; readonly at: number }[] = []
  const held: (() => void)[] = []
  const auth = { isAway: false, isHeld: false }
  const live = createLiveSessions({
    sessions: {
      async check(token) {
        asked.push({ token, at: Date.now() })
        if (auth.isAway) throw new Error('nobody can tell')
        const answer = known.get(token) ?? null
        if (auth.isHeld) await new Promise<void>((resolve) => held.push(resolve))
        return answer
      },
    },
    now: Date.now,
    freshMs: 10_000,
    logger: createLogger({ service: 'gateway', level: 'silent' }),
  })
  return { live, known, asked, held, auth, onEnd: vi.fn<() => void>() }
}

describe('a live session', () => {
  it('rule 19: is asked about each 30 s, and ends with all its connections when auth does not know it any more', async () => {
    const { live, known, asked, onEnd } = given()
    await live.open('t1', onEnd)
    const another = vi.fn<() => void>()
    await live.open('t1', another)
    await vi.advanceTimersByTimeAsync(89_999)
    expect(asked.map(({ at }) => at)).toEqual([0, 0, 30_000, 60_000])
    expect(onEnd).not.toHaveBeenCalled()
    known.delete('t1')
    await vi.advanceTimersByTimeAsync(1)
    expect([onEnd, another].map(({ mock }) => mock.calls.length)).toEqual([1, 1])
    expect(live.size).toBe(0)
    await vi.advanceTimersByTimeAsync(100_000)
    expect(asked).toHaveLength(5)
  })

  it('rule 19: is asked about at its end', async () => {
    const { live, known, asked, onEnd } = given()
    known.set('t1', { user: ada, expiresAt: 12_345 })
    await live.open('t1', onEnd)
    await vi.advanceTimersByTimeAsync(12_344)
    known.set('t1', { user: ada, expiresAt: 20_000 })
    await vi.advanceTimersByTimeAsync(1)
    expect(onEnd).not.toHaveBeenCalled()
    known.delete('t1')
    await vi.advanceTimersByTimeAsync(20_000 - 12_345)
    expect(onEnd).toHaveBeenCalledOnce()
    expect(asked.map(({ at }) => at)).toEqual([0, 12_345, 20_000])
  })

  it('whose end auth sees later than we do is not asked about without a pause', async () => {
    const { live, known, asked, onEnd } = given()
    known.set('t1', { user: ada, expiresAt: 1_000 })
    await live.open('t1', onEnd)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(asked.length).toBeLessThanOrEqual(6)
    known.delete('t1')
    await vi.advanceTimersByTimeAsync(250)
    expect(onEnd).toHaveBeenCalledOnce()
  })

  it('goes on while nobody can tell, but then it is nobody\'s guess who it is', async () => {
    const { live, auth, onEnd } = given()
    const session = await live.open('t1', onEnd)
    auth.isAway = true
    await vi.advanceTimersByTimeAsync(100_000)
    expect(onEnd).not.toHaveBeenCalled()
    await expect(session?.identity()).rejects.toThrow('nobody can tell')
    auth.isAway = false
    expect(await session?.identity()).toEqual(ada)
  })

  it('of nobody is none, and where nobody can tell that is said', async () => {
    const { live, auth, onEnd } = given()
    expect(await live.open('unknown', onEnd)).toBeNull()
    auth.isAway = true
    await expect(live.open('t1', onEnd)).rejects.toThrow('nobody can tell')
    expect(live.size).toBe(0)
  })

  it('that is revoked ends alone', async () => {
    const { live, known, onEnd } = given()
    known.set('t2', { user: { ...ada, sessionId: 's2' }, expiresAt: never })
    const other = vi.fn<() => void>()
    const session = await live.open('t1', onEnd)
    await live.open('t2', other)
    live.end(['s1', 'unknown'])
    expect(onEnd).toHaveBeenCalledOnce()
    expect(other).not.toHaveBeenCalled()
    expect(await session?.identity()).toBeNull()
  })

  it('ends for all, though one connection fails to', async () => {
    const { live, onEnd } = given()
    await live.open('t1', () => {
      throw new Error('no')
    })
    await live.open('t1', onEnd)
    live.end(['s1'])
    expect(onEnd).toHaveBeenCalledOnce()
  })

  it('that nobody watches with any more is forgotten', async () => {
    const { live, asked, onEnd } = given()
    const [first, second] = [await live.open('t1', onEnd), await live.open('t1', vi.fn<() => void>())]
    first?.leave()
    expect(live.size).toBe(1)
    second?.leave()
    expect(live.size).toBe(0)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked).toHaveLength(2)
    live.end(['s1'])
    expect(onEnd).not.toHaveBeenCalled()
  })
})

describe('who it is', () => {
  it('is believed for a moment, then asked, once for all who want to know', async () => {
    const { live, known, asked, onEnd } = given()
    const session = await live.open('t1', onEnd)
    known.set('t1', { user: { ...ada, role: 'ADMIN' }, expiresAt: never })
    await vi.advanceTimersByTimeAsync(9_999)
    expect(await session?.identity()).toEqual(ada)
    await vi.advanceTimersByTimeAsync(1)
    const all = await Promise.all([session?.identity(), session?.identity(), session?.identity()])
    expect(all.map((identity) => identity?.role)).toEqual(['ADMIN', 'ADMIN', 'ADMIN'])
    expect(asked).toHaveLength(2)
  })

  it('is not believed beyond the session\'s end', async () => {
    const { live, known, onEnd } = given()
    known.set('t1', { user: ada, expiresAt: 1_000 })
    const session = await live.open('t1', onEnd)
    known.delete('t1')
    vi.setSystemTime(1_000)
    expect(await session?.identity()).toBeNull()
    expect(onEnd).toHaveBeenCalledOnce()
  })

  it('is what was asked for last, not what was answered last', async () => {
    const { live, known, auth, held, onEnd } = given()
    const session = await live.open('t1', onEnd)
    auth.isHeld = true
    await vi.advanceTimersByTimeAsync(30_000)
    known.set('t1', { user: { ...ada, role: 'ADMIN' }, expiresAt: never })
    auth.isHeld = false
    await vi.advanceTimersByTimeAsync(1)
    await live.open('t1', vi.fn<() => void>())
    held[0]?.()
    await vi.advanceTimersByTimeAsync(1)
    expect((await session?.identity())?.role).toBe('ADMIN')
  })

  it('rule 19: is nobody when the revocation is heard while the question is under way', async () => {
    const { live, auth, held, onEnd } = given()
    const session = await live.open('t1', onEnd)
    auth.isHeld = true
    await vi.advanceTimersByTimeAsync(15_000)
    const identity = session?.identity()
    live.end(['s1'])
    held[0]?.()
    expect(await identity).toBeNull()
    expect(live.size).toBe(0)
  })
})

describe('when revocations may have been missed', () => {
  it('rule 19: all are asked about within 5 s, not all at once', async () => {
    const { live, known, asked } = given()
    for (let index = 0; index < 100; index++) {
      known.set(`u${index}`, { user: { ...ada, sessionId: `u${index}` }, expiresAt: never })
      await live.open(`u${index}`, vi.fn<() => void>())
    }
    asked.splice(0)
    known.clear()
    live.checkAll()
    await vi.advanceTimersByTimeAsync(2_500)
    expect(asked.length).toBeGreaterThan(10)
    expect(asked.length).toBeLessThan(90)
    await vi.advanceTimersByTimeAsync(2_500)
    expect(live.size).toBe(0)
  })

  it('nobody is believed before, nor does an answer from before put that off', async () => {
    const { live, known, auth, asked, held, onEnd } = given()
    const session = await live.open('t1', onEnd)
    await vi.advanceTimersByTimeAsync(1)
    auth.isHeld = true
    const opening = live.open('t1', vi.fn<() => void>())
    await vi.advanceTimersByTimeAsync(1)
    known.delete('t1')
    live.checkAll()
    held[0]?.()
    auth.isHeld = false
    expect(await opening).not.toBeNull()
    const count = asked.length
    await vi.advanceTimersByTimeAsync(5_000)
    expect(asked).toHaveLength(count + 1)
    expect(onEnd).toHaveBeenCalledOnce()
    expect(await session?.identity()).toBeNull()
  })

  it('a question asks at once', async () => {
    const { live, known, onEnd } = given()
    const session = await live.open('t1', onEnd)
    known.delete('t1')
    live.checkAll()
    expect(await session?.identity()).toBeNull()
    expect(onEnd).toHaveBeenCalledOnce()
  })
})
