import { expect, test } from 'vitest'
import { spanAt, spanNames } from './spans.js'

const berlin = -60

test.each([
  ['hour', '2026-11-24T20:14:31Z', '2026-11-24T19:15:00Z', '2026-11-24T20:15:00Z'],
  ['halfDay', '2026-11-24T20:14:31Z', '2026-11-24T08:20:00Z', '2026-11-24T20:20:00Z'],
  ['threeDays', '2026-11-24T20:14:31Z', '2026-11-21T21:00:00Z', '2026-11-24T21:00:00Z'],
  ['month', '2026-11-24T20:14:31Z', '2026-10-25T23:00:00Z', '2026-11-24T23:00:00Z'],
  ['month', '2026-11-24T23:30:00Z', '2026-10-26T23:00:00Z', '2026-11-25T23:00:00Z'],
] as const)('%s: until the end of the step that is going on at %s, in Berlin', (name, now, from, to) => {
  expect(spanAt(name, Date.parse(now), berlin)).toMatchObject({ from: new Date(from), to: new Date(to) })
})

test('none has more steps than one answer may have, and all are whole', () => {
  for (const name of spanNames) {
    const { from, to, stepSeconds } = spanAt(name, Date.now())
    const steps = (to.getTime() - from.getTime()) / stepSeconds / 1_000
    expect(Number.isInteger(steps)).toBe(true)
    expect(steps).toBeLessThanOrEqual(500)
  }
})
