import { percentile } from '../statistics.js'
import type { TraceEvent } from './trace.js'

/** How smoothly a page was shown, and what its main thread had to do. */
export interface Smoothness {
  /** Frames with what the page wanted in them, as they came on the screen. */
  readonly framesPerSecond: number
  /** From one of them to the next. */
  readonly p50Ms: number
  readonly p95Ms: number
  readonly p99Ms: number
  /** Above 50 ms, as browsers define them. */
  readonly longTasks: number
  /** Share of the time, from 0 to 1. */
  readonly mainThread: number
  readonly seconds: number
}

const LONG_TASK_MICROS = 50_000

/** Of the one page that is open: that is the process which had most frames. */
export function smoothnessOf(events: readonly TraceEvent[]): Smoothness {
  const main = mainThreadOf(events)
  const shown = shownAt(events.filter(({ pid }) => pid === main.pid))
  const [first = NaN] = shown
  const seconds = ((shown.at(-1) ?? NaN) - first) / 1_000_000
  const gaps = shown.slice(1).map((at, index) => (at - (shown[index] ?? at)) / 1_000)
  const tasks = events.filter(({ name, pid, tid }) => name === 'RunTask' && pid === main.pid && tid === main.tid).map(({ dur = 0 }) => dur)
  return {
    framesPerSecond: gaps.length / seconds,
    p50Ms: percentile(gaps, 50),
    p95Ms: percentile(gaps, 95),
    p99Ms: percentile(gaps, 99),
    longTasks: tasks.filter((dur) => dur > LONG_TASK_MICROS).length,
    mainThread: tasks.reduce((sum, dur) => sum + dur, 0) / 1_000_000 / seconds,
    seconds,
  }
}

function mainThreadOf(events: readonly TraceEvent[]): { readonly pid: number; readonly tid: number } {
  const framesIn = (pid: number) => events.filter((event) => event.name === 'PipelineReporter' && event.pid === pid).length
  const [main] = events
    .filter(({ name, args }) => name === 'thread_name' && args?.['name'] === 'CrRendererMain')
    .toSorted((a, b) => framesIn(b.pid) - framesIn(a.pid))
  if (main === undefined) throw new Error('The trace has no page.')
  return main
}

/** When frames came on the screen that had everything in them: not those without what the main thread was still at. */
function shownAt(events: readonly TraceEvent[]): number[] {
  const complete = new Set<string>()
  const at: number[] = []
  for (const { name, ph, ts, id2, args } of events.toSorted((a, b) => a.ts - b.ts)) {
    const id = id2?.local
    if (name !== 'PipelineReporter' || id === undefined) continue
    if (ph === 'b' && stateOf(args) === 'STATE_PRESENTED_ALL') complete.add(id)
    if (ph === 'e' && complete.delete(id)) at.push(ts)
  }
  return at
}

function stateOf(args: TraceEvent['args']): unknown {
  const reporter = args?.['frame_reporter'] ?? args?.['chrome_frame_reporter']
  return typeof reporter === 'object' && reporter !== null && 'state' in reporter ? reporter.state : undefined
}
