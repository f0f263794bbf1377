import { median, percentile } from '../statistics.js'
import type { Smoothness } from './frames.js'
import type { SeenLock } from './locks.js'

export interface WebCase {
  readonly title: string
  /** How many of a second, on the map that is shown; null: there is no map. */
  readonly shownChanges: number | null
  readonly rounds: readonly Smoothness[]
}

export interface WebRun {
  readonly at: Date
  readonly machine: string
  readonly browser: string
  readonly seats: number
  readonly seconds: number
  readonly cases: readonly WebCase[]
  readonly locks: readonly SeenLock[]
}

export function webTables({ at, machine, browser, seats, seconds, cases, locks }: WebRun): string {
  const rounds = Math.max(...cases.map((each) => each.rounds.length))
  const still = cases.find(({ shownChanges }) => shownChanges === 0)
  const answered = locks.map(({ answeredMs }) => answeredMs)
  const seen = locks.map(({ seenMs }) => seenMs)
  return [
    `${at.toISOString().slice(0, 10)}, ${machine}, no graphics card: ${browser} paints in software. The platform runs on the same machine.`,
    `${seats} seats in 1280 × 900 pixels; medians of ${rounds} rounds in turns, ${seconds} s each.`,
    '',
    '| Shown | Frames/s | p50, ms | p95, ms | p99, ms | Long tasks | Main thread, % | of it per change, ms |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...cases.map((each) => rowOf(each, still)),
    '',
    `| ${locks.length} locks, from the request | p50, ms | p95, ms | most, ms |`,
    '| --- | ---: | ---: | ---: |',
    `| until the answer | ${spread(answered)} |`,
    `| until another’s map shows it | ${spread(seen)} |`,
  ].join('\n')
}

function rowOf({ title, shownChanges, rounds }: WebCase, still: WebCase | undefined): string {
  const of = (pick: (round: Smoothness) => number) => median(rounds.map(pick))
  const mainThread = of((round) => round.mainThread)
  const rest = still === undefined ? NaN : median(still.rounds.map((round) => round.mainThread))
  const perChange = shownChanges === null || shownChanges === 0 ? '' : (((mainThread - rest) * 1_000) / shownChanges).toFixed(2)
  const times = [of((round) => round.framesPerSecond), of((round) => round.p50Ms), of((round) => round.p95Ms), of((round) => round.p99Ms)]
  return `| ${[title, ...times.map((time) => time.toFixed(1)), of((round) => round.longTasks).toFixed(0), (mainThread * 100).toFixed(0), perChange].join(' | ')} |`
}

function spread(times: readonly number[]): string {
  return [median(times), percentile(times, 95), Math.max(...times)].map((time) => time.toFixed(0)).join(' | ')
}
