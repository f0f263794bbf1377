import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ChaosWorld, startChaosWorld } from './chaos/chaos-world.js'
import { type Played, playRuns } from './chaos/play-runs.js'
import { reportOf } from './chaos/report.js'
import { createRandom } from './random.js'

const RUNS_AT_ONCE = 5
const runs = Number(process.env.LIVE_CHAOS_RUNS ?? 25)
const random = createRandom()
const batches = Array.from({ length: Math.ceil(runs / RUNS_AT_ONCE) }, (_, index) => ({
  seed: (random.seed + index) >>> 0,
  count: Math.min(RUNS_AT_ONCE, runs - index * RUNS_AT_ONCE),
}))

let world: ChaosWorld
const played: Played[] = []
beforeAll(async () => {
  world = await startChaosWorld(createRandom(random.seed))
}, 120_000)
afterAll(async () => {
  await world.stop()
  console.info(`live-chaos.spec.ts: E2E_SEED=${random.seed} repeats these: ${reportOf(played, world.messages.counts)}`)
})

describe.sequential('messages that are dropped, late and doubled, a Redis that restarts and forgets, watchers that come and go', () => {
  test.each(batches)('$count runs of E2E_SEED=$seed: every watcher ends with what the owner says', async ({ seed, count }) => {
    const result = await playRuns(world, { seed, count })
    played.push(result)
    if (runs > 25) console.info(`${played.length * RUNS_AT_ONCE} of ${runs} runs: ${reportOf([result])}`)

    const differences = result.rests.flatMap((rest) => rest.differences)
    const again = `E2E_SEED=${seed} LIVE_CHAOS_RUNS=${count} npm run test:live-chaos plays it again: ${result.troubles.join(', ')}`
    expect({ again, differences }).toEqual({ again, differences: [] })
  }, 120_000)
})
