import type { AuditoriumQuery } from '@mov-ticket/sdk'
import type { Question } from '../../data/use-ask.js'

export type RoomPlan = NonNullable<AuditoriumQuery['auditorium']>

/** With its seats, which never change. */
export function roomOf(id: string): Question<RoomPlan | null> {
  return { key: ['office', 'auditorium', id], ask: (client, signal) => client.auditorium({ id }, { signal }) }
}
