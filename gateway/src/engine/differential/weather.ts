import type { OperationOptions } from './random-operation.js'
import type { Troubles } from './world.js'

/** What goes wrong while questions are asked. */
export interface Weather extends Troubles, OperationOptions {
  /** Subgraphs that do not answer what they are asked. */
  readonly lostCalls: number
  /** Whether the monolith can say what is right. */
  readonly isKnownToMonolith: boolean
}

const calm: Weather = { nulls: 0.1, failures: 0, broken: 0, lost: 0, hidden: true, lostCalls: 0, style: 'strange', isKnownToMonolith: true }

export const weathers = {
  calm,
  /** Fields fail, with all sorts of codes. */
  failures: { ...calm, failures: 0.08 },
  /** Values break the schema. */
  nonsense: { ...calm, failures: 0.03, broken: 0.05 },
  /** Entities are gone. Nobody says what is right then, so operations that stock gets wrong are avoided. */
  losses: { ...calm, failures: 0.03, lost: 0.1, hidden: false, style: 'plain', isKnownToMonolith: false },
  /** Whole requests fail. */
  outages: { ...calm, failures: 0.03, lostCalls: 0.15, hidden: false, style: 'plain', isKnownToMonolith: false },
} as const satisfies Record<string, Weather>
