import type { Connection } from 'mongoose'
import { createAuditoriumStore, type AuditoriumStore } from './auditorium-store.js'
import { keepAuditoriums, type Auditoriums } from './auditoriums.js'
import { createMovieStore, type MovieStore } from './movie-store.js'
import { ScreeningRecord } from './screening-model.js'
import { modelOn } from './model-on.js'
import { screeningOutbox } from './screening-outbox.js'
import { createScreeningStore, screeningCollection, type ScreeningStore } from './screening-store.js'
import { createScreeningViews, type ScreeningViews } from './screening-views.js'
import type { OutboxStore } from '@mov-ticket/shared-events'

export interface Stores {
  readonly movies: MovieStore
  readonly auditoriumStore: AuditoriumStore
  readonly auditoriums: Auditoriums
  readonly screenings: ScreeningStore
  readonly views: ScreeningViews
  readonly outbox: OutboxStore
}

/** With their indexes; safe to repeat. */
export async function openStores(connection: Connection): Promise<Stores> {
  const movies = createMovieStore(connection)
  const auditoriumStore = createAuditoriumStore(connection)
  await Promise.all([movies.prepare(), auditoriumStore.prepare()])
  await modelOn(connection, ScreeningRecord).createIndexes()
  const collection = screeningCollection(connection)
  return {
    movies, auditoriumStore,
    auditoriums: keepAuditoriums(auditoriumStore),
    screenings: createScreeningStore(collection),
    views: createScreeningViews(collection),
    outbox: screeningOutbox(collection),
  }
}
