import { forEachAtMost } from './at-most.js'
import { auditoriums } from './auditoriums.js'
import { films } from './films.js'
import { type Ask, graphClient } from './graph-client.js'
import {
  createAuditorium,
  createMovie,
  readMovies,
  readScreenings,
  scheduleScreening,
  signIn,
  signOut,
  signUp,
} from './graph.js'
import { programmeFrom } from './programme.js'

export interface DemoAccount {
  readonly email: string
  readonly password: string
}

const buyers = [
  { email: 'ada@demo.example', password: 'popcorn-please', name: 'Ada' },
  { email: 'ben@demo.example', password: 'popcorn-please', name: 'Ben' },
]
/** Enough to keep two cores busy; more would only run into the limit per account. */
const atOnce = 8

/**
 * Films, auditoriums, two weeks of screenings and two buyers, through the graph itself. Adds only what is missing, so
 * it can run at every start. Gives the accounts that somebody who wants to try the platform can use. Where the admin has
 * chosen another password only the buyers are seen to.
 */
export async function loadDemo({
  url,
  adminEmail,
  adminPassword,
  log,
  now = new Date(),
}: {
  url: string
  adminEmail: string
  adminPassword: string
  log: (line: string) => void
  now?: Date
}): Promise<{ accounts: DemoAccount[] }> {
  const anonymous = graphClient(url)
  const signedUp = Promise.all(buyers.map((buyer) => signUp(anonymous, buyer)))
  const [token] = await Promise.all([signIn(anonymous, adminEmail, adminPassword), signedUp])
  const buyerAccounts = buyers.map(({ email, password }) => ({ email, password }))
  if (token === null) {
    log(`${adminEmail} has another password by now: the programme stays as it is`)
    return { accounts: buyerAccounts }
  }
  const admin = graphClient(url, token)
  await loadProgramme(admin, now, log)
  await signOut(admin)
  return { accounts: [{ email: adminEmail, password: adminPassword }, ...buyerAccounts] }
}

async function loadProgramme(admin: Ask, now: Date, log: (line: string) => void): Promise<void> {
  const planned = programmeFrom(now)
  // Auditoriums are found through screenings, the very first and the coming ones: the graph lists them nowhere else.
  const [movies, firstScreenings, coming] = await Promise.all([
    readMovies(admin),
    readScreenings(admin, new Date(0), 100),
    readScreenings(admin, now),
  ])
  const movieIds = new Map(movies.map(({ id, title }) => [title, id]))
  const auditoriumIds = new Map(
    [...firstScreenings, ...coming].map(({ auditorium }) => [auditorium.name, auditorium.id]),
  )
  const known = new Set(coming.map(({ auditorium, startsAt }) => slotKey(auditorium.name, new Date(startsAt))))

  const missingFilms = films.filter(({ title }) => !movieIds.has(title))
  const missingAuditoriums = auditoriums.filter(({ name }) => !auditoriumIds.has(name))
  const missingScreenings = planned.filter(({ auditorium, startsAt }) => !known.has(slotKey(auditorium, startsAt)))
  if (missingFilms.length + missingAuditoriums.length + missingScreenings.length === 0) return

  const counts = [missingFilms.length, missingAuditoriums.length, missingScreenings.length]
  log(`adding ${counts[0]} films, ${counts[1]} auditoriums, ${counts[2]} screenings`)
  await forEachAtMost(atOnce, missingFilms, async (film) => {
    movieIds.set(film.title, await createMovie(admin, film))
  })
  await forEachAtMost(atOnce, missingAuditoriums, async (auditorium) => {
    auditoriumIds.set(auditorium.name, await createAuditorium(admin, auditorium))
  })
  await forEachAtMost(atOnce, missingScreenings, async (screening) => {
    const auditorium = auditoriums.find(({ name }) => name === screening.auditorium)
    const movieId = movieIds.get(screening.film)
    const auditoriumId = auditoriumIds.get(screening.auditorium)
    if (auditorium === undefined || movieId === undefined || auditoriumId === undefined) {
      throw new Error(
        `the programme names a film or room that is not there: ${screening.film}, ${screening.auditorium}`,
      )
    }
    await scheduleScreening(admin, screening, { movieId, auditoriumId, prices: auditorium.prices })
  })
}

function slotKey(auditorium: string, startsAt: Date): string {
  return `${auditorium} ${startsAt.toISOString()}`
}
