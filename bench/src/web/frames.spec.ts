import { expect, test } from 'vitest'
import { smoothnessOf } from './frames.js'
import type { TraceEvent } from './trace.js'

const page = { pid: 7, tid: 1 }
const thread = (pid: number): TraceEvent => ({ name: 'thread_name', ph: 'M', pid, tid: 1, ts: 0, args: { name: 'CrRendererMain' } })

function frame(number: number, shownAtMs: number, state = 'STATE_PRESENTED_ALL'): TraceEvent[] {
  const of = { name: 'PipelineReporter', ...page, tid: 2, id2: { local: String(number) } }
  return [
    { ...of, ph: 'b', ts: (shownAtMs - 10) * 1_000, args: { frame_reporter: { state } } },
    { ...of, ph: 'e', ts: shownAtMs * 1_000, args: {} },
  ]
}

const task = (ms: number): TraceEvent => ({ name: 'RunTask', ph: 'X', ...page, ts: 0, dur: ms * 1_000 })

test('counts the frames that were shown with everything in them, and the work of the page', () => {
  const events = [
    thread(3), thread(page.pid),
    ...frame(1, 100), ...frame(2, 120), ...frame(3, 130, 'STATE_PRESENTED_PARTIAL'), ...frame(4, 160, 'STATE_DROPPED'), ...frame(5, 200),
    task(6), task(60), { ...task(1_000), pid: 3 },
  ]
  expect(smoothnessOf(events)).toMatchObject({ framesPerSecond: 20, p50Ms: 20, p99Ms: 80, longTasks: 1, mainThread: 0.66, seconds: 0.1 })
})

test('a trace without a page is refused', () => {
  expect(() => smoothnessOf([])).toThrow('no page')
})
