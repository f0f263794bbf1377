import type { Client, ScreeningFieldsFragment } from '@mov-ticket/sdk'
import type { Question } from '../../data/use-ask.js'
import { dayAfter, startOf } from '../../programme/days.js'
import type { Day } from '../../programme/days.js'
import type { Film, Room } from './draft.js'

const FOUND = 8
const PAGE = 100
const MONTH_MS = 30 * 24 * 60 * 60_000

export function filmsCalled(text: string): Question<{ readonly films: readonly Film[]; readonly count: number }> {
  return {
    key: ['office', 'films', text.toLowerCase()],
    async ask(client, signal) {
      const { nodes, totalCount } = await client.movies({ search: text, first: FOUND }, { signal })
      return { films: nodes, count: totalCount }
    },
  }
}

export const rooms: Question<readonly Room[]> = {
  key: ['office', 'auditoriums'],
  async ask(client, signal) {
    const all: Room[] = []
    let after: string | null = null
    do {
      const { nodes, pageInfo }: Awaited<ReturnType<Client['auditoriums']>> = await client.auditoriums({ first: PAGE, after }, { signal })
      all.push(...nodes)
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null
    } while (after !== null)
    return all
  },
}

/** What seats cost at the latest screening in a room; null: none of late, or none is known. */
export function latestPrices(roomId: string): Question<ScreeningFieldsFragment['prices'] | null> {
  return {
    key: ['office', 'prices', roomId],
    async ask(client, signal) {
      const from = new Date(client.clock.now() - MONTH_MS).toISOString()
      const { nodes } = await client.screenings({ from, first: PAGE }, { signal })
      return nodes.findLast(({ auditorium }) => auditorium.id === roomId)?.prices ?? null
    },
  }
}

/** What runs in a room on a day, the earliest first. */
export function runningIn(roomId: string, day: Day): Question<readonly ScreeningFieldsFragment[]> {
  return {
    key: ['office', 'running', roomId, day],
    async ask(client, signal) {
      const { nodes } = await client.screenings({ from: startOf(day).toISOString(), to: startOf(dayAfter(day)).toISOString(), first: PAGE }, { signal })
      return nodes.filter(({ auditorium, status }) => auditorium.id === roomId && status !== 'CANCELLED')
    },
  }
}
