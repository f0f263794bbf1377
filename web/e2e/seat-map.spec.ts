import { createClient } from '@mov-ticket/sdk'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectAccessible } from './accessible.js'
import { startApp } from './app.js'
import type { App, Visit } from './app.js'
import { openSeats, seat, seatIn, signUp } from './seats.js'

let app: App
let studios: string[]
beforeAll(async () => {
  app = await startApp('seat-map')
  studios = await screeningsIn('Studio')
}, 180_000)
afterAll(() => app.stop())

async function screeningsIn(room: string): Promise<string[]> {
  const inAnHour = new Date(Date.now() + 3_600_000).toISOString()
  const { nodes } = await createClient({ url: app.platform.url, webSocket: null }).screenings({ from: inAnHour, first: 100 })
  return nodes.filter(({ auditorium }) => auditorium.name === room).map(({ id }) => id)
}

/** A screening that no other test uses. */
function aScreening(): string {
  const id = studios.pop()
  if (id === undefined) throw new Error('The demo programme has too few screenings in the Studio.')
  return `/screenings/${id}`
}

const visitSeats = (path: string, visit?: Visit) => openSeats(app, path, visit)

it('shows to one what another holds and books, and says kindly what was taken', async () => {
  const path = aScreening()
  const ada = await visitSeats(path)
  const ben = await visitSeats(path)
  await seat(ada, 'C3').click()
  await seat(ada, 'C4').click()
  await seat(ben, 'C4').click()

  await ada.getByRole('button', { name: 'Hold these seats' }).click()
  await signUp(ada, 'ada')
  await ada.getByRole('heading', { name: 'Held for you' }).waitFor()

  await seatIn(ben, 'C3', 'locked').waitFor()
  expect(await seat(ben, 'C3').getAttribute('aria-label')).toBe('Row C, seat 3, standard, €9.50, held by somebody else')
  expect(await seat(ada, 'C3').getAttribute('aria-label')).toBe('Row C, seat 3, standard, €9.50, held for you')
  await ben.getByRole('status').getByText('Somebody just took C4. B4 and D4 are free.').waitFor()
  await ben.getByRole('button', { name: 'Take D4' }).click()
  await seatIn(ben, 'D4', 'chosen').waitFor()

  await ada.getByRole('button', { name: 'Book now' }).click()
  await ada.getByRole('heading', { name: 'Booked' }).waitFor()
  await seatIn(ben, 'C3', 'sold').waitFor()
  await seatIn(ada, 'C3', 'booked').waitFor()
})

it('finds an open order again after a reload and in another tab, and lets it go in both', async () => {
  const path = aScreening()
  const page = await visitSeats(path)
  await page.getByRole('button', { name: 'Choose the best 2 together' }).click()
  await page.getByRole('button', { name: 'Hold these seats' }).click()
  await signUp(page, 'eve')
  await page.getByRole('heading', { name: 'Held for you' }).waitFor()

  await page.reload()
  await page.getByRole('heading', { name: 'Held for you' }).waitFor()
  const other = await page.context().newPage()
  await other.goto(page.url())
  await other.getByRole('heading', { name: 'Held for you' }).waitFor()

  await other.getByRole('button', { name: 'Let them go' }).click()
  for (const tab of [other, page]) await tab.getByRole('heading', { name: 'Let go' }).waitFor()
  await page.getByRole('button', { name: 'Choose other seats' }).click()
  await page.getByRole('button', { name: /^Choose the best/ }).waitFor()
  expect(await page.locator('[data-state="held"]').count()).toBe(0)
})

it('never shows a stale map as live, and is live again by itself', async () => {
  const page = await visitSeats(aScreening())
  const { gateway } = app.platform.processes
  await gateway.stop()
  await page.getByText(/^Live updates paused, reconnecting\. Seats as of \d\d:\d\d\.$/).waitFor()
  expect(await page.locator('[data-true]').count()).toBe(0)
  await gateway.restart()
  await page.getByText('Live', { exact: true }).waitFor({ timeout: 60_000 })
}, 90_000)

it('is one tab stop, where arrows move and Space chooses', async () => {
  const page = await visitSeats(aScreening())
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-label'))
  await page.getByRole('radio', { name: 'Map' }).focus()
  await page.keyboard.press('Tab')
  expect(await focused()).toBe('D4')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('End')
  expect(await focused()).toBe('C8')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Space')
  for (const label of ['C6', 'C7']) expect(await seat(page, label).getAttribute('aria-selected')).toBe('true')
  // C8 is at the wall: nothing is left alone.
  expect(await page.getByText(/left alone/).count()).toBe(0)

  await page.getByRole('button', { name: 'Hold these seats' }).focus()
  await page.keyboard.press('Enter')
  await signUp(page, 'kim')
  await page.getByRole('button', { name: 'Book now' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Booked' }).waitFor()
})

it('books by the list alone, at 320 pixels', async () => {
  const page = await visitSeats(aScreening(), { width: 320 })
  await page.getByRole('radio', { name: 'List' }).check()
  await page.locator('summary', { hasText: 'Row E' }).focus()
  await page.keyboard.press('Enter')
  const box = page.getByRole('checkbox', { name: 'Row E, seat 2, standard, €9.50, free' })
  await box.focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Hold this seat' }).click()
  await signUp(page, 'lou')
  await page.getByRole('button', { name: 'Book now' }).click()
  await page.getByRole('heading', { name: 'Booked' }).waitFor()
  await expect.poll(() => page.getByRole('checkbox', { name: /booked by you$/ }).count()).toBe(1)
}, 60_000)

it.each(['Map', 'List'])('is accessible as a %s, with a choice, at all widths in both themes', async (view) => {
  const page = await visitSeats(aScreening())
  await page.getByRole('radio', { name: view }).check()
  if (view === 'List') await page.locator('summary').first().click()
  await page.getByRole('button', { name: /^Choose the best/ }).click()
  await page.getByRole('button', { name: 'Hold these seats' }).waitFor()
  expect(await page.getByRole('button', { name: /^Give .+ back$/ }).count()).toBe(2)
  await expectAccessible(page)
}, 120_000)
