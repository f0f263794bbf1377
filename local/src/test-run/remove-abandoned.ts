import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isClaimed } from '../processes/claim.js'
import { endLeftovers } from '../processes/leftovers.js'

/** Somebody may have made a folder and not claimed it yet. */
const JUST_MADE_MS = 1_000

/** Clears away what tests left that were killed: their processes, then their folders. Those that still run are left alone. */
export async function removeAbandoned(runs: string): Promise<void> {
  for (const name of await readdir(runs).catch(() => [])) {
    const folder = join(runs, name)
    // Others clear away, too: it may be gone by now.
    const made = await stat(folder).catch(() => null)
    if (made === null || (await isClaimed(folder)) || Date.now() - made.mtimeMs < JUST_MADE_MS) continue
    await endLeftovers(folder, (line) => console.log(line))
    await rm(folder, { recursive: true, force: true })
  }
}
