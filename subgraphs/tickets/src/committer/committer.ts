import { setImmediate as nextTurn } from 'node:timers/promises'
import { currentCorrelation } from '@mov-ticket/service-kit'
import type { Command } from '../screening/command.js'
import type { Outcome } from '../screening/decision.js'
import { commitBatch, type CommitOptions } from './commit-batch.js'
import type { Waiting } from './waiting.js'

/** More than this many commands wait for the next write. */
const BATCH = 300

/** The one way to change screenings: for messages, for administrators and for the clock. */
export interface Committer {
  /**
   * Resolves when what the command led to is durable: written, or, where it changed nothing, said and confirmed.
   * Rejects with NotNow where the database or the broker is away: it may have happened all the same.
   */
  submit(screeningId: string, command: Command): Promise<Outcome>
  /** All that was submitted has been settled. */
  idle(): Promise<void>
}

/**
 * One lane per screening: while one batch is decided and written, the next one gathers. A screening that is in
 * demand costs one write per batch, not one per command. Other processes may write too; the version guards that.
 */
export function createCommitter(options: CommitOptions): Committer {
  const lanes = new Map<string, Waiting[]>()
  const open = new Set<Promise<void>>()

  async function run(screeningId: string, lane: Waiting[]): Promise<void> {
    // What was delivered together is decided together.
    await nextTurn()
    while (lane.length > 0) await commitBatch(options, screeningId, lane.splice(0, BATCH))
    lanes.delete(screeningId)
  }

  function enter(screeningId: string, waiting: Waiting): void {
    const lane = lanes.get(screeningId)
    if (lane) {
      lane.push(waiting)
      return
    }
    const created = [waiting]
    lanes.set(screeningId, created)
    void run(screeningId, created)
  }

  return {
    submit(screeningId, command) {
      const settled = new Promise<Outcome>((resolve, reject) => {
        enter(screeningId, { command, correlation: currentCorrelation(), resolve, reject })
      })
      const closed = settled.then(() => undefined, () => undefined).then(() => void open.delete(closed))
      open.add(closed)
      return settled
    },
    async idle() {
      while (open.size > 0) await Promise.all(open)
    },
  }
}
