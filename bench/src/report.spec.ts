import { expect, test } from 'vitest'
import { type Run, tableOf } from './report.js'

const run: Run = {
  at: new Date('2031-05-04T12:00:00.000Z'),
  machine: '2 cores',
  versions: 'Node 20',
  rawUpdatesPerSecond: [1_000, 900, 5_000],
  results: [
    {
      scenario: { title: 'many screenings', buyers: 32, orders: 10 },
      rounds: [
        { ordersPerSecond: 100, p50Ms: 1, p99Ms: 30 },
        { ordersPerSecond: 250, p50Ms: 2, p99Ms: 20 },
        { ordersPerSecond: 900, p50Ms: 3, p99Ms: 10 },
      ],
    },
  ],
}

test('the table gives the medians, each on its own, and the ratio to the engine', () => {
  expect(tableOf(run)).toContain('| many screenings | 32 | 250 | 0.25 | 2.0 | 20.0 |')
  expect(tableOf(run)).toContain('2031-05-04, 2 cores, Node 20')
})
