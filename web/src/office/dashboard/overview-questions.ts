import type { Client, ScreeningsWithSalesQuery } from '@mov-ticket/sdk'
import type { Question } from '../../data/use-ask.js'

export type ScreeningWithSales = ScreeningsWithSalesQuery['screenings']['nodes'][number]

export interface Overview {
  readonly screenings: readonly ScreeningWithSales[]
  readonly total: number
}

/** What one answer may have at most, and how many of them are asked for. */
const PAGE = 100
const PAGES = 3
const DAY_MS = 86_400_000

/** The coming days' screenings, the earliest first, with what was sold for them: a hundred in one question. */
export function overviewOf(days: number): Question<Overview> {
  return {
    key: ['office', 'overview', days],
    async ask(client, signal) {
      const now = client.clock.now()
      const screenings: ScreeningWithSales[] = []
      let after: string | null = null
      for (let page = 1; ; page += 1) {
        const answer: Awaited<ReturnType<Client['screeningsWithSales']>> = await client.screeningsWithSales({ from: iso(now), to: iso(now + days * DAY_MS), first: PAGE, after }, { signal })
        screenings.push(...answer.nodes)
        if (page === PAGES || !answer.pageInfo.hasNextPage) return { screenings, total: answer.totalCount }
        after = answer.pageInfo.endCursor
      }
    },
  }
}

function iso(time: number): string {
  return new Date(time).toISOString()
}
