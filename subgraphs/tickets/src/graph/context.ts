import type { Caller } from '@mov-ticket/service-kit'
import DataLoader from 'dataloader'
import type { Auditoriums, PlannedAuditorium } from '../store/auditoriums.js'
import type { Movie, MovieStore } from '../store/movie-store.js'
import type { ScreeningFilter, ScreeningPage, ScreeningView, ScreeningViews } from '../store/screening-views.js'

/** What one request has. Every fan-out goes through a loader, so that a list costs as many questions as one entry. */
export interface Context {
  readonly caller: Caller
  readonly now: Date
  readonly movies: DataLoader<string, Movie | null>
  readonly auditoriums: DataLoader<string, PlannedAuditorium | null>
  /** Without `holds`. */
  readonly screenings: DataLoader<string, ScreeningView | null>
  /** With `holds`. */
  readonly houses: DataLoader<string, ScreeningView | null>
  readonly screeningPages: DataLoader<PageKey, ScreeningView[], string>
  readonly screeningCounts: DataLoader<ScreeningFilter, number, string>
}

type PageKey = ScreeningPage & { readonly withSeats: boolean }
const lists = { cacheKeyFn: (key: object): string => JSON.stringify(key), maxBatchSize: 100 }

export interface Sources {
  readonly movies: Pick<MovieStore, 'byIds'>
  readonly auditoriums: Auditoriums
  readonly views: ScreeningViews
}

export function createContext({ movies, auditoriums, views }: Sources, caller: Caller, now: Date): Context {
  return {
    caller,
    now,
    movies: new DataLoader(async (ids) => inOrder(ids, await movies.byIds(ids), (movie) => movie.id)),
    auditoriums: new DataLoader((ids) => auditoriums.byIds(ids)),
    screenings: new DataLoader(async (ids) => inOrder(ids, await views.byIds(ids, false), (view) => view.terms.id)),
    houses: new DataLoader(async (ids) => inOrder(ids, await views.byIds(ids, true), (view) => view.terms.id)),
    screeningPages: new DataLoader<PageKey, ScreeningView[], string>(
      (pages) => views.pages(pages, pages.some((page) => page.withSeats)),
      lists,
    ),
    screeningCounts: new DataLoader<ScreeningFilter, number, string>((filters) => views.counts(filters), lists),
  }
}

/** After a change: one document may change a screening several times, and each answer shows what it was then. */
export function forgetScreening({ screenings, houses, screeningPages, screeningCounts }: Context, id: string): void {
  screenings.clear(id)
  houses.clear(id)
  screeningPages.clearAll()
  screeningCounts.clearAll()
}

function inOrder<T>(ids: readonly string[], found: readonly T[], idOf: (one: T) => string): (T | null)[] {
  const byId = new Map(found.map((one) => [idOf(one), one]))
  return ids.map((id) => byId.get(id) ?? null)
}
