import type { Client, ScreeningFieldsFragment } from '@mov-ticket/sdk'
import type { Question } from '../../data/use-ask.js'

export type Period = 'coming' | 'past'
export const PAST_DAYS = 14

const DAY_MS = 24 * 60 * 60_000
const PAGE = 50

export interface ScreeningPage {
  readonly nodes: readonly ScreeningFieldsFragment[]
  readonly total: number
}

/** The first `pages` times fifty of those to come, by start; or what has begun in the last days. */
export function screeningsIn(period: Period, pages: number): Question<ScreeningPage> {
  return {
    key: ['office', 'screenings', period, pages],
    async ask(client, signal) {
      const now = client.clock.now()
      const which = period === 'coming' ? { from: iso(now) } : { from: iso(now - PAST_DAYS * DAY_MS), to: iso(now) }
      return firstPages(client, which, pages, signal)
    },
  }
}

async function firstPages(client: Client, which: { readonly from: string; readonly to?: string }, pages: number, signal: AbortSignal): Promise<ScreeningPage> {
  const all: ScreeningFieldsFragment[] = []
  let after: string | null = null
  let total = 0
  for (let page = 0; page < pages; page += 1) {
    const answer: Awaited<ReturnType<Client['screenings']>> = await client.screenings({ ...which, first: PAGE, after }, { signal })
    all.push(...answer.nodes)
    total = answer.totalCount
    if (!answer.pageInfo.hasNextPage) break
    after = answer.pageInfo.endCursor
  }
  return { nodes: all, total }
}

function iso(time: number): string {
  return new Date(time).toISOString()
}
