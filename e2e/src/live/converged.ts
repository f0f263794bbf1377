import type { Client } from '../client.js'
import { eventually } from '../eventually.js'
import { readSeatMap } from './seat-map.js'
import type { SeatWatcher } from './watch-seats.js'

/** Waits until what every watcher has is what the owner says; what they last differed in is in the error. */
export async function converged(client: Client, screeningId: string, watchers: readonly SeatWatcher[], withinMs = 10_000): Promise<void> {
  await eventually(
    async () => {
      const truth = await readSeatMap(client, screeningId)
      return watchers.flatMap(({ copy }) => copy.differencesTo(truth))
    },
    (differences) => differences.length === 0,
    { withinMs, everyMs: 20 },
  )
}
