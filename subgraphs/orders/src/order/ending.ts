import { hasEnded } from './order.js'
import type { Order } from './order.js'

/** Why an order holds its seats no more. */
export type Ending = 'GIVEN_UP' | 'TIME_UP' | 'SCREENING_CANCELLED' | 'LOST'

/** What the history says of each. Histories keep nothing else of it: these words stay as they are. */
export const endNotes: Readonly<Record<Ending, string>> = {
  GIVEN_UP: 'Cancelled by the buyer.',
  TIME_UP: 'The lock ended before the order was reserved.',
  SCREENING_CANCELLED: 'The screening was cancelled.',
  LOST: 'The seats were not held any more.',
}

const endings = ['GIVEN_UP', 'TIME_UP', 'SCREENING_CANCELLED', 'LOST'] as const

/** Null while it has not ended. */
export function endingOf(order: Order): Ending | null {
  if (!hasEnded(order)) return null
  const note = order.history.at(-1)?.note
  return endings.find((ending) => endNotes[ending] === note) ?? 'LOST'
}
