import type { Measured, Scenario } from './scenarios.js'
import { median } from './statistics.js'

export interface Result {
  readonly scenario: Scenario
  readonly rounds: readonly Measured[]
}

export interface Run {
  readonly at: Date
  /** Such as "2 cores". */
  readonly machine: string
  readonly versions: string
  readonly rawUpdatesPerSecond: readonly number[]
  readonly results: readonly Result[]
}

export function tableOf({ at, machine, versions, rawUpdatesPerSecond, results }: Run): string {
  const raw = median(rawUpdatesPerSecond)
  const rows = results.map(({ scenario, rounds }) => {
    const rate = median(rounds.map(({ ordersPerSecond }) => ordersPerSecond))
    const p50 = median(rounds.map(({ p50Ms }) => p50Ms))
    const p99 = median(rounds.map(({ p99Ms }) => p99Ms))
    const cells = [rate.toFixed(0), (rate / raw).toFixed(2), p50.toFixed(1), p99.toFixed(1)]
    return `| ${scenario.title} | ${scenario.buyers} | ${cells.join(' | ')} |`
  })
  return [
    `${at.toISOString().slice(0, 10)}, ${machine}, ${versions}.`,
    'Everything runs on this machine, the load generator too.',
    `Medians of ${rawUpdatesPerSecond.length} rounds in turns. The engine alone: ${raw.toFixed(0)} conditional`,
    '`updateOne`/s, 32 in flight.',
    '',
    '| Two tickets each, on | Buyers at once | Orders/s to LOCKED | Of the engine’s updates | p50, ms | p99, ms |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
  ].join('\n')
}
