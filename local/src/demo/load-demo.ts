import type { Client } from '@mov-ticket/sdk'
import { forEachAtMost } from './at-most.js'
import { auditoriums } from './auditoriums.js'
import { films } from './films.js'
import { demoClient, readAuditoriums, readMovies, readScreenings, scheduleScreening, signedUp, signIn } from './graph.js'
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
  const admin = demoClient(url)
  const [isAdmin] = await Promise.all([
    signIn(admin, { email: adminEmail, password: adminPassword }),
    ...buyers.map(async (buyer) => signedUp(url, buyer)),
  ])
  const buyerAccounts = buyers.map(({ email, password }) => ({ email, password }))
  if (!isAdmin) {
    log(`${adminEmail} has another password by now: the programme stays as it is`)
    return { accounts: buyerAccounts }
  }
  await loadProgramme(admin, now, log)
  await admin.signOut()
  return { accounts: [{ email: adminEmail, password: adminPassword }, ...buyerAccounts] }
}

async function loadProgramme(admin: Client, now: Date, log: (line: string) => void): Promise<void> {
  const planned = programmeFrom(now)
  const [movies, rooms, coming] = await Promise.all([readMovies(admin), readAuditoriums(admin), readScreenings(admin, now)])
  const movieIds = new Map(movies.map(({ id, title }) => [title, id]))
  const auditoriumIds = new Map(rooms.map(({ id, name }) => [name, id]))
  const known = new Set(coming.map(({ auditorium, startsAt }) => slotKey(auditorium.name, new Date(startsAt))))

  const missingFilms = films.filter(({ title }) => !movieIds.has(title))
  const missingAuditoriums = auditoriums.filter(({ name }) => !auditoriumIds.has(name))
  const missingScreenings = planned.filter(({ auditorium, startsAt }) => !known.has(slotKey(auditorium, startsAt)))
  if (missingFilms.length + missingAuditoriums.length + missingScreenings.length === 0) return

  const counts = [missingFilms.length, missingAuditoriums.length, missingScreenings.length]
  log(`adding ${counts[0]} films, ${counts[1]} auditoriums, ${counts[2]} screenings`)
  await forEachAtMost(atOnce, missingFilms, async (film) => {
    const { id } = await admin.createMovie({ input: film })
    movieIds.set(film.title, id)
  })
  await forEachAtMost(atOnce, missingAuditoriums, async ({ name, seats }) => {
    const { id } = await admin.createAuditorium({ input: { name, seats } })
    auditoriumIds.set(name, id)
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
