import { randomBytes } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { clearNamespace } from '@mov-ticket/e2e'
import { startPlatform, startServices } from '@mov-ticket/local'
import { createClient } from '@mov-ticket/sdk'
import type { Browser, Page } from 'playwright-core'
import { describeMachine } from './machine.js'
import { withMeasured } from './page.js'
import { changesOf } from './web/changes.js'
import { startChromium } from './web/chromium.js'
import { type Smoothness, smoothnessOf } from './web/frames.js'
import { lockAndSee } from './web/locks.js'
import { animate, openEmpty, openSeatMap } from './web/pages.js'
import { scheduleHall } from './web/stage.js'
import { webTables } from './web/table.js'
import { traced } from './web/trace.js'

/** How smooth the seat map is while others book, and how soon they see it. Writes its tables into docs/performance.md. */

const rounds = Number(process.env.BENCH_ROUNDS ?? 3)
const seconds = Number(process.env.BENCH_SECONDS ?? 6)
const root = resolve(import.meta.dirname, '../..')
const page = resolve(root, 'docs/performance.md')
const dataFolder = resolve(root, '.local/bench')
const admin = { email: 'admin@bench.example', password: 'the admin of the bench' }
const environment = {
  LOG_LEVEL: 'warn',
  ADMIN_EMAIL: admin.email,
  ADMIN_PASSWORD: admin.password,
  // All load is one account's.
  MUTATIONS_PER_SECOND: '1000000',
}

function log(line: string): void {
  console.error(line)
}

const services = await startServices({ dataFolder, log, env: process.env })
const namespace = `bench-${randomBytes(4).toString('hex')}`
const platform = await startPlatform({ services, namespace, environment, dataFolder, log })
const browser = await startChromium()
try {
  const { url } = platform
  const office = createClient({ url, webSocket: null })
  await office.signIn({ input: admin })
  const hall = await scheduleHall(office)
  const changes = changesOf(office, hall.ticketIds)

  const empty = async () => openEmpty(browser)
  const map = async () => openSeatMap(browser, url, hall.screeningId)
  const cases = [
    { title: 'an empty page, nobody books', shownChanges: null, open: empty, work: async () => pause(seconds * 1_000) },
    { title: 'an empty page, others make 50 changes/s', shownChanges: null, open: empty, work: async () => changes.go(50, 1, seconds) },
    { title: 'the seat map, nobody books', shownChanges: 0, open: map, work: async () => pause(seconds * 1_000) },
    { title: 'the seat map, others make 50 changes/s', shownChanges: 50, open: map, work: async () => changes.go(50, 1, seconds) },
    { title: 'the seat map, 50 changes at once every second', shownChanges: 50, open: map, work: async () => changes.go(50, 50, seconds) },
  ].map((each) => ({ ...each, rounds: new Array<Smoothness>() }))

  for (let round = 1; round <= rounds; round++) {
    for (const { title, open, work, rounds: results } of cases) {
      const result = await measured(browser, open, work)
      results.push(result)
      log(`round ${round}: ${title}: ${JSON.stringify(result)}`)
    }
  }

  const buyer = createClient({ url, webSocket: null })
  await buyer.signUp({ input: { email: 'buyer@bench.example', password: 'a buyer who watches', name: 'Buyer' } })
  const watching = await map()
  const free = await watching.locator('[data-seat][data-state="free"]').evaluateAll((seats) => seats.map((seat) => seat.getAttribute('data-seat') ?? ''))
  const locks = await lockAndSee(watching, buyer, hall.screeningId, free.slice(0, 50))

  const text = webTables({ at: new Date(), machine: describeMachine(), browser: `Chromium ${browser.version()}`, seats: hall.ticketIds.length, seconds, cases, locks })
  if (rounds >= 3 && seconds >= 6) await writeFile(page, withMeasured(await readFile(page, 'utf8'), 'bench:web', text))
  console.log(text)
} finally {
  await browser.close()
  await platform.stop()
  await clearNamespace(services, namespace)
  await services.stop()
  await rm(dataFolder, { recursive: true, force: true })
}

async function measured(on: Browser, open: () => Promise<Page>, work: () => Promise<unknown>): Promise<Smoothness> {
  const shown = await open()
  await animate(shown)
  // What follows the loading of a page is no part of it.
  await pause(2_000)
  const events = await traced(on, shown, work)
  await shown.context().close()
  return smoothnessOf(events)
}
