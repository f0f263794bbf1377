import { assert, constantFrom, double, integer, property } from 'fast-check'
import { expect, it } from 'vitest'
import { betweenConnections, betweenRequests, pauseMs, wait } from './pause.js'

it('pauses grow, differ, and have a limit', () => {
  assert(
    property(integer({ min: 1, max: 2_000 }), double({ min: 0, max: 1, noNaN: true }), constantFrom(betweenConnections, betweenRequests), (attempt, chance, pauses) => {
      const pause = pauseMs(attempt, pauses, () => chance)
      const longest = pauseMs(attempt, pauses, () => 0)
      expect(pause).toBeGreaterThanOrEqual(longest * (1 - pauses.chance))
      expect(pause).toBeLessThanOrEqual(longest)
      expect(longest).toBe(Math.min(pauses.firstMs * 2 ** (attempt - 1), pauses.mostMs))
    }),
  )
})

it('waiting ends with the signal', async () => {
  const stop = new AbortController()
  const waiting = wait(60_000, stop.signal)
  stop.abort(new Error('enough'))
  await expect(waiting).rejects.toThrow('enough')
  await expect(wait(1, stop.signal)).rejects.toThrow('enough')
})
