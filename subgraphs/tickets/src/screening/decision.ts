import type { EventType, PayloadOf } from '@mov-ticket/shared-events'
import type { Fact } from './facts.js'

type Announced = Extract<EventType, `seats.${string}` | 'reservation.refused' | 'extension.refused' | 'screening.cancelled'>

/** Something to tell the other services; `sequence` is the screening's at that moment. */
export type Message = {
  [T in Announced]: { readonly type: T; readonly payload: PayloadOf<T>; readonly sequence: number }
}[Announced]

/** What an administrator hears. */
export type Outcome =
  | { readonly type: 'DONE' }
  | { readonly type: 'NOT_FREE'; readonly taken: ReadonlyMap<string, 'LOCKED' | 'RESERVED'> }
  | { readonly type: 'CANCELLED_SCREENING' }

/** Facts change the screening and are announced; answers are said of the screening as it is, and change nothing. */
export interface Decision {
  readonly facts: readonly Fact[]
  readonly answers: readonly Message[]
  readonly outcome: Outcome
}

export const nothing: Decision = { facts: [], answers: [], outcome: { type: 'DONE' } }

export function happens(...facts: Fact[]): Decision {
  return { ...nothing, facts }
}

export function says(...answers: Message[]): Decision {
  return { ...nothing, answers }
}
