import { expect, test } from 'vitest'
import type { Smoothness } from './frames.js'
import { webTables } from './table.js'

const round = (framesPerSecond: number, mainThread: number): Smoothness => ({ framesPerSecond, p50Ms: 16.7, p95Ms: 17, p99Ms: 33.4, longTasks: 0, mainThread, seconds: 10 })

test('says medians, what a change costs above a map that is still, and how soon locks are seen', () => {
  const text = webTables({
    at: new Date('2031-05-04T12:00:00.000Z'),
    machine: '2 cores',
    browser: 'Chromium 200',
    seats: 1_000,
    seconds: 10,
    cases: [
      { title: 'nothing', shownChanges: null, rounds: [round(60, 0.01)] },
      { title: 'a still map', shownChanges: 0, rounds: [round(60, 0.02), round(58, 0.04), round(59, 0.03)] },
      { title: '50 changes/s', shownChanges: 50, rounds: [round(57, 0.13)] },
    ],
    locks: [{ answeredMs: 20, seenMs: 70 }, { answeredMs: 10, seenMs: 60 }, { answeredMs: 30, seenMs: 110 }],
  })
  expect(text).toContain('| a still map | 59.0 | 16.7 | 17.0 | 33.4 | 0 | 3 |  |')
  expect(text).toContain('| 50 changes/s | 57.0 | 16.7 | 17.0 | 33.4 | 0 | 13 | 2.00 |')
  expect(text).toContain('| until another’s map shows it | 70 | 110 | 110 |')
})
