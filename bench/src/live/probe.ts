import { monitorEventLoopDelay } from 'node:perf_hooks'
import { answerParent } from './questions.js'

/** Loaded into every process that is measured, before its own code (`--import`). */

const everyMs = 10
const delay = monitorEventLoopDelay({ resolution: everyMs })

answerParent({
  'watch-loop': () => {
    delay.enable()
    delay.reset()
    return 0
  },
  // What it measures is the time from one look to the next.
  'loop-delay': () => Math.max(0, delay.percentile(99) / 1e6 - everyMs),
})
process.once('disconnect', () => process.exit())
process.channel?.unref()
