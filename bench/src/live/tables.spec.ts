import { expect, test } from 'vitest'
import type { LiveResult } from './figures.js'
import type { LoadReport } from './load-generator.js'
import type { Measured } from './measure-case.js'
import { liveTables } from './tables.js'

const load: LoadReport = {
  seconds: 10, messages: 100_000, bytes: 1, changes: 200_000, timed: 200_000, p50Ms: 20, p99Ms: 80, maxMs: 90,
  behind: 0, settledMs: 50, errors: 0, closed: 0, cpuSeconds: 3,
}
const round: Measured = { load, privateLoad: null, cores: 0.2, grownMegabytes: 40, loopDelayP99Ms: 12 }
const plain = { sockets: 1_000, changesPerSecond: 10, ids: 'same', groups: 1, privateSockets: 0 } as const
const bare: LiveResult = { measured: { ...plain, server: 'bare' }, rounds: [{ ...round, cores: 0.4 }] }

function tables(compared: LiveResult[], views: LiveResult[] = []): string {
  const at = new Date('2031-05-04T12:00:00.000Z')
  return liveTables({ at, machine: '2 cores', versions: 'Node 20', rounds: 1, seconds: 10, compared, views })
}

test('a row says what came, how late, and what it cost, beside bare ws with as many sockets', () => {
  const text = tables([{ measured: { ...plain, server: 'ours' }, rounds: [round] }, bare])

  expect(text).toContain('| 1,000 | **mov-ticket** | 10000 | 2.0 | 20 | 80 | 20.0 | 10.0 | 20.0 | 40 | 12 | 0.50 |  |')
  expect(text).toContain('| 1,000 | (b) bare `ws` | 10000 | 2.0 | 20 | 80 | 40.0 | 20.0 | 40.0 | 40 | 12 | 1.00 |  |')
  expect(text).toContain('took at most 0.30 of a core')
})

test('each figure is the median of its rounds', () => {
  const rounds = [round, { ...round, cores: 0.9 }, { ...round, cores: 0.1, load: { ...load, p99Ms: 500 } }]
  const text = tables([{ measured: { ...plain, server: 'ours' }, rounds }])

  expect(text).toContain('| 10000 | 2.0 | 20 | 80 | 20.0 |')
})

test('of a server that falls behind, latencies are the least that they can be', () => {
  const late: Measured = { ...round, loopDelayP99Ms: null, load: { ...load, behind: 7, closed: 2 } }
  const text = tables([{ measured: { ...plain, server: 'usual' }, rounds: [late] }])

  expect(text).toContain('| > 20 | > 80 |')
  expect(text).toMatch(/> 5000 \|.*\| falls behind, 2 closed \|/)
})

test('what private watchers were sent was paid for too, and how late it was stands beside', () => {
  const text = tables([], [
    {
      measured: { ...plain, server: 'ours', privateSockets: 1_000 },
      rounds: [{ ...round, privateLoad: { ...load, p99Ms: 400 } }],
    },
  ])

  expect(text).toContain('| the same, beside 1000 private ones | 20000 | 2.0 | 20 | 80 | 10.0 | 5.0 | 10.0 | 20 | 12 |')
  expect(text).toContain('| theirs: p99 400 ms |')
})
