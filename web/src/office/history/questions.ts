import type { Client, TicketHistoryQuery } from '@mov-ticket/sdk'
import type { Question } from '../../data/use-ask.js'

type Page = NonNullable<TicketHistoryQuery['ticketHistory']>
export type Hold = Page['nodes'][number]

export interface Trail {
  /** The latest first. */
  readonly holds: readonly Hold[]
  readonly total: number
}

const PAGE = 20

/** The latest `pages` times twenty who held the ticket; null where orders has not heard of it. */
export function trailOf(ticketId: string, pages: number): Question<Trail | null> {
  return {
    key: ['office', 'trail', ticketId, pages],
    async ask(client, signal) {
      const holds: Hold[] = []
      let after: string | null = null
      for (let page = 1; ; page += 1) {
        const answer: Awaited<ReturnType<Client['ticketHistory']>> = await client.ticketHistory({ ticketId, first: PAGE, after }, { signal })
        if (answer === null) return null
        holds.push(...answer.nodes)
        if (page === pages || !answer.pageInfo.hasNextPage) return { holds, total: answer.totalCount }
        after = answer.pageInfo.endCursor
      }
    },
  }
}
