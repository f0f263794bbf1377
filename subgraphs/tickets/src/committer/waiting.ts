import type { Correlation } from '@mov-ticket/service-kit'
import type { Command } from '../screening/command.js'
import type { Outcome } from '../screening/decision.js'

/** A command that waits for its batch. */
export interface Waiting {
  readonly command: Command
  /** What led to it, for the events that it leads to. */
  readonly correlation: Correlation | undefined
  /** Only the first call of these counts. */
  readonly resolve: (outcome: Outcome | Promise<Outcome>) => void
  readonly reject: (error: unknown) => void
}
