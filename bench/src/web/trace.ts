import type { Browser, Page } from 'playwright-core'
import { z } from 'zod'

const events = z.array(
  z.object({
    name: z.string(),
    ph: z.string(),
    pid: z.number(),
    tid: z.number(),
    /** Microseconds, as `dur`. */
    ts: z.number(),
    dur: z.number().optional(),
    id2: z.object({ local: z.string().optional() }).optional(),
    args: z.record(z.string(), z.unknown()).optional(),
  }),
)
const trace = z.object({ traceEvents: events })

/** As much of Chromium's own trace as is read here. */
export type TraceEvent = z.infer<typeof events>[number]

/** Tasks and frames, and no more: what is traced costs time too. */
const categories = ['disabled-by-default-devtools.timeline', 'disabled-by-default-devtools.timeline.frame', '__metadata']

/** What the browser notes of itself while `work` goes on. */
export async function traced(browser: Browser, page: Page, work: () => Promise<unknown>): Promise<readonly TraceEvent[]> {
  await browser.startTracing(page, { categories })
  await work()
  return trace.parse(JSON.parse((await browser.stopTracing()).toString('utf8'))).traceEvents
}
