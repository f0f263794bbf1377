import type { Client, MoviesWithScreeningsQuery, ScreeningFieldsFragment } from '@mov-ticket/sdk'
import type { Question } from '../data/use-ask.js'
import { dayAfter, startOf } from './days.js'
import type { Day } from './days.js'

export type Screening = ScreeningFieldsFragment
export type Movie = Screening['movie']
/** What a button with a time shows. */
export type Showing = Pick<Screening, 'id' | 'startsAt' | 'status' | 'availableCount' | 'ticketCount' | 'auditorium'>
export type FoundMovie = MoviesWithScreeningsQuery['movies']['nodes'][number]

const PAGE = 100
/** How far ahead a search looks, for times and films. */
export const FOUND_FILMS = 24
export const FOUND_TIMES = 8

/** All of a day that has not begun, the earliest first. */
export function programmeOf(day: Day): Question<readonly Screening[]> {
  return {
    key: ['programme', day],
    ask: async (client, signal) => {
      const from = new Date(Math.max(startOf(day).getTime(), client.clock.now())).toISOString()
      const to = startOf(dayAfter(day)).toISOString()
      return from < to ? allScreenings(client, { from, to }, signal) : []
    },
  }
}

/** The first one after a day; null: there is none. */
export function firstAfter(day: Day): Question<Screening | null> {
  return {
    key: ['programme', 'after', day],
    ask: async (client, signal) => {
      const from = new Date(Math.max(startOf(dayAfter(day)).getTime(), client.clock.now())).toISOString()
      const { nodes } = await client.screenings({ from, first: 1 }, { signal })
      return nodes[0] ?? null
    },
  }
}

export function filmsLike(text: string): Question<MoviesWithScreeningsQuery['movies']> {
  return {
    key: ['films', text.toLowerCase()],
    ask: (client, signal) =>
      client.moviesWithScreenings({ search: text, first: FOUND_FILMS, from: new Date(client.clock.now()).toISOString(), firstScreenings: FOUND_TIMES }, { signal }),
  }
}

export function film(id: string): Question<Movie | null> {
  return { key: ['film', id], ask: (client, signal) => client.movie({ id }, { signal }) }
}

export function timesOf(movieId: string): Question<readonly Screening[]> {
  return {
    key: ['film', movieId, 'times'],
    ask: (client, signal) => allScreenings(client, { movieId, from: new Date(client.clock.now()).toISOString() }, signal),
  }
}

async function allScreenings(client: Client, which: { movieId?: string; from: string; to?: string }, signal: AbortSignal): Promise<Screening[]> {
  const all: Screening[] = []
  let after: string | null = null
  do {
    const { nodes, pageInfo }: Awaited<ReturnType<Client['screenings']>> = await client.screenings({ ...which, first: PAGE, after }, { signal })
    all.push(...nodes)
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null
  } while (after !== null)
  return all
}
