import { describe, expect, it } from 'vitest'
import { recordOf, sessionOf } from './session-record.js'
import { expiryOf, slide, tokenHashOf } from './session.js'
import type { Session } from './session.js'

const DAY = 86_400_000
const lifetime = { idleMs: 7 * DAY, capMs: 30 * DAY }
const start = new Date('2030-01-01T00:00:00.000Z')
const at = (ms: number) => new Date(start.getTime() + ms)
const session: Session = {
  id: 's', userId: 'u', role: 'CUSTOMER', createdAt: start, lastSeenAt: start, expiresAt: at(7 * DAY), userAgent: null,
}

describe('a session', () => {
  it('ends after its idle time, and never later than its cap', () => {
    expect(expiryOf(start, start, lifetime)).toEqual(at(7 * DAY))
    expect(expiryOf(start, at(20 * DAY), lifetime)).toEqual(at(27 * DAY))
    expect(expiryOf(start, at(29 * DAY), lifetime)).toEqual(at(30 * DAY))
  })

  it('slides at most once a minute', () => {
    expect(slide(session, at(59_999), lifetime)).toBeNull()
    expect(slide(session, at(60_000), lifetime)).toEqual({ ...session, lastSeenAt: at(60_000), expiresAt: at(7 * DAY + 60_000) })
  })

  it('survives being stored', () => {
    for (const userAgent of [null, 'Mozilla/5.0']) {
      const stored = Object.fromEntries(Object.entries(recordOf({ ...session, userAgent })).map(([key, value]) => [key, String(value)]))
      expect(sessionOf(stored, start)).toEqual({ ...session, userAgent })
      expect(sessionOf(stored, at(7 * DAY))).toBeNull()
    }
  })

  it.each([{}, { id: 's' }, null, { ...recordOf(session), role: 'ROOT' }])('is none where the store holds %j', (stored) => {
    expect(sessionOf(stored, start)).toBeNull()
  })

  it('is found by its token alone', () => {
    expect(tokenHashOf('a')).not.toBe(tokenHashOf('b'))
    expect(tokenHashOf('a')).toMatch(/^[\da-f]{64}$/)
  })
})
