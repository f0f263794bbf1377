import { announce } from './announce.js'
import type { Command } from './command.js'
import { decide } from './decide.js'
import type { Decision, Message, Outcome } from './decision.js'
import { evolve } from './evolve.js'
import type { Scene } from './order-state.js'
import { releaseOverdue } from './release-seats.js'
import type { Screening } from './screening.js'

export interface Batch {
  /** The same object as before where nothing changed: then there is nothing to write. */
  readonly screening: Screening
  /** What overdue locks led to. */
  readonly released: readonly Message[]
  /** In the order of the commands. */
  readonly results: readonly CommandResult[]
}

export interface CommandResult {
  /** To be stored with the change and published once it is stored. */
  readonly events: readonly Message[]
  /** To be published once the batch is stored; they change nothing. */
  readonly answers: readonly Message[]
  readonly outcome: Outcome
}

/**
 * Decides all that waits for a screening at once, for one write. First every overdue order is released, whole: else
 * a buyer could get one seat of an expired order's three. Then the commands, in the order in which they arrived.
 */
export function decideBatch(scene: Scene, commands: readonly Command[]): Batch {
  let screening = scene.screening
  const happen = (decision: Decision): Message[] => {
    const events: Message[] = []
    for (const fact of decision.facts) {
      screening = evolve(screening, fact)
      const message = announce({ ...scene, screening }, fact)
      if (message) events.push(message)
    }
    return events
  }

  const released = happen(releaseOverdue(scene))
  const results = commands.map((command) => {
    const decision = decide({ ...scene, screening }, command)
    return { events: happen(decision), answers: decision.answers, outcome: decision.outcome }
  })
  const isChanged = screening !== scene.screening
  return { screening: isChanged ? { ...screening, version: scene.screening.version + 1 } : screening, released, results }
}
