import { announceLocks, answerExpiry } from './announce-locks.js'
import { answerOutcome } from './answer-outcome.js'
import { blockSeats, unblockSeats } from './block-seats.js'
import { cancelScreening } from './cancel-screening.js'
import type { Command } from './command.js'
import { nothing, type Decision } from './decision.js'
import { extendLock } from './extend-lock.js'
import { lockSeats } from './lock-seats.js'
import type { Scene } from './order-state.js'
import { cancel } from './release-seats.js'
import { reserve } from './reserve.js'

/** Decides one command. Overdue locks must have been released before: see decide-batch.ts. */
export function decide(scene: Scene, command: Command): Decision {
  switch (command.type) {
    case 'LOCK':
      return lockSeats(scene, command)
    case 'RESERVE':
      return reserve(scene, command)
    case 'CANCEL':
      return cancel(scene, command)
    case 'EXTEND':
      return extendLock(scene, command)
    case 'ANSWER_OUTCOME':
      return answerOutcome(scene, command, decide)
    case 'EXPIRE':
      return answerExpiry(scene, command)
    case 'ANNOUNCE_LOCKS':
      return announceLocks(scene)
    case 'BLOCK':
      return blockSeats(scene, command)
    case 'UNBLOCK':
      return unblockSeats(scene, command)
    case 'CANCEL_SCREENING':
      return cancelScreening(scene)
    default:
      // RELEASE_OVERDUE: every batch begins with that.
      return nothing
  }
}
