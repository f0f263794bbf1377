import { createClient } from '@mov-ticket/sdk'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectAccessible } from './accessible.js'
import { startApp } from './app.js'
import type { App } from './app.js'
import { signInAsAdmin, visitAsAdmin } from './sign-in.js'

let app: App
beforeAll(async () => {
  app = await startApp('office')
}, 180_000)
afterAll(() => app.stop())

it('asks who is not signed in to do so, and refuses kindly who is no administrator', async () => {
  const { page } = await app.visit('/office')
  await page.getByRole('heading', { name: 'The back office is for administrators' }).last().waitFor()
  await expectAccessible(page)
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  const panel = page.getByRole('dialog')
  await panel.getByRole('button', { name: 'Sign up' }).click()
  await panel.getByLabel('E-mail').fill('eve@example.org')
  await panel.getByLabel('Name').fill('Eve')
  await panel.getByLabel('Password').fill('long enough')
  await page.keyboard.press('Enter')
  await page.getByText('You are signed in as Eve, who is no administrator.').waitFor()
  await page.getByRole('button', { name: 'Use another account' }).click()
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await panel.getByLabel('E-mail').fill(app.platform.admin.email)
  await panel.getByLabel('Password').fill(app.platform.admin.password)
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Schedule a screening' }).waitFor()
})

it.each([
  ['/office', 'Vorstellung ansetzen'],
  ['/office?when=past', 'Die letzten 14 Tage'],
  ['/office/history', 'Platzverlauf: welche Vorstellung?'],
  ['/office/screenings/new', 'Regeln des Verkaufs'],
  ['/office/auditoriums', 'Saal bauen'],
  ['/office/auditoriums/new', 'Saal speichern'],
])('%s is accessible in German and complains of nothing', async (path, word) => {
  const { page, context, complaints } = await app.visit('/robots.txt', { language: 'de' })
  await signInAsAdmin(page, app)
  await page.goto(app.url + path)
  await page.getByRole('main').getByText(word).first().waitFor()
  await expectAccessible(page)
  expect(complaints).toEqual([])
  await context.close()
}, 90_000)

it('lists screenings by day, each with the way to its pages', async () => {
  const page = await visitAsAdmin(app, '/office')
  await page.getByRole('table', { name: 'Tomorrow' }).waitFor()
  await expectAccessible(page)
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.getByRole('link', { name: /^Dashboard of / }).first().click()
  const tabs = page.getByRole('navigation', { name: 'Pages of this screening' })
  await tabs.getByRole('link', { name: 'Seat history' }).click()
  await page.waitForURL(/\/office\/screenings\/[^/]+\/history$/)
  await tabs.getByRole('link', { name: 'Seats' }).click()
  await page.waitForURL(/\/office\/screenings\/[^/]+$/)
}, 90_000)

const seat = (page: Page, label: string) => page.locator(`[data-label="${label}"]`)
const seatIn = (page: Page, label: string, state: string) => page.locator(`[data-label="${label}"][data-state="${state}"]`)

/** In the Studio, which has 46 seats: one that no other test uses. */
async function aScreening(): Promise<string> {
  const inAnHour = new Date(Date.now() + 3_600_000).toISOString()
  const { nodes } = await createClient({ url: app.platform.url, webSocket: null }).screenings({ from: inAnHour, first: 100 })
  const found = nodes.filter(({ auditorium, availableCount }) => auditorium.name === 'Studio' && availableCount === 46)[0]
  if (found === undefined) throw new Error('The demo programme has no untouched screening in the Studio.')
  return found.id
}

it('blocks and frees seats on the live map, which a visitor sees at once', async () => {
  const id = await aScreening()
  const page = await visitAsAdmin(app, `/office/screenings/${id}`)
  const { page: visitor } = await app.visit(`/screenings/${id}`)
  for (const each of [page, visitor]) await each.getByText('Live', { exact: true }).waitFor()

  await seat(page, 'B2').click()
  await seat(page, 'C3').click({ modifiers: ['Shift'] })
  await page.getByText('4 seats chosen').waitFor()
  await page.getByRole('button', { name: 'Block 4 seats' }).click()
  await page.getByText('Write why, so that others know when it is over.').waitFor()
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('reason')
  await page.keyboard.type('Armrests are broken')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await page.getByRole('status').getByText('B2, B3, C2 and C3: blocked.').waitFor()
  for (const label of ['B2', 'B3', 'C2', 'C3']) await seatIn(visitor, label, 'blocked').waitFor()
  expect(await seat(page, 'B2').getAttribute('aria-label')).toBe('Row B, seat 2, standard, €9.50, blocked')
  await expectAccessible(page)

  await page.setViewportSize({ width: 1280, height: 900 })
  await page.getByText('Armrests are broken', { exact: true }).waitFor()
  await seat(page, 'C2').click()
  await page.getByRole('button', { name: 'Put 1 seat back on sale' }).click()
  await seatIn(visitor, 'C2', 'free').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await seatIn(visitor, 'C2', 'blocked').waitFor()
}, 120_000)

it('takes nothing from a visitor: what they hold can neither be chosen nor blocked', async () => {
  const id = await aScreening()
  const page = await visitAsAdmin(app, `/office/screenings/${id}`)
  await page.getByText('Live', { exact: true }).waitFor()
  await seat(page, 'D4').click()
  await seat(page, 'D5').click()
  await page.getByLabel('Reason').fill('Guests of the house')

  // Not by the live map, which would tell, but in the moment of the press.
  let isHeld = false
  await page.route('**/graphql', async (route) => {
    const isBlock = route.request().postData()?.includes('BlockTickets') === true
    if (isBlock && !isHeld) {
      isHeld = true
      await holdSeat(id, 'D4')
    }
    await route.continue()
  })
  await page.getByRole('button', { name: 'Block 2 seats' }).click()
  await page.getByRole('alert').getByText('Nothing was blocked, since D4 was sold or held in the meantime.').waitFor()
  await page.getByRole('button', { name: 'Block the other seat' }).click()
  await seatIn(page, 'D5', 'blocked').waitFor()
  await seatIn(page, 'D4', 'locked').click({ force: true })
  await page.getByRole('status').getByText(/^D4 is held by a visitor who is about to book\./).waitFor()
  expect(await page.locator('g[data-state="chosen"]').count()).toBe(0)
})

/** As a visitor with an account of their own. */
async function holdSeat(screeningId: string, label: string): Promise<void> {
  const client = createClient({ url: app.platform.url, webSocket: null })
  await client.signUp({ input: { email: `kim-${Date.now()}@example.org`, name: 'Kim', password: 'long enough' } })
  const map = await client.seatMap({ screeningId })
  const ticket = map?.tickets.find((each) => each.seat.label === label)
  if (ticket === undefined) throw new Error(`There is no seat ${label}.`)
  const { __typename } = await client.createOrder({ input: { screeningId, ticketIds: [ticket.id] } })
  expect(__typename).toBe('OrderAccepted')
}

it('blocks by keyboard alone, by the list and a whole row', async () => {
  const page = await visitAsAdmin(app, `/office/screenings/${await aScreening()}`, { width: 390 })
  await page.getByText('Live', { exact: true }).waitFor()
  await page.getByRole('radio', { name: 'Map' }).focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+Space')
  await page.getByText('2 seats chosen').waitFor()
  await page.getByRole('button', { name: 'Choose none' }).click()
  await page.getByLabel('A whole row').selectOption({ label: 'Row E' })
  await page.getByRole('button', { name: 'Choose the row' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Guests of the house' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Block 8 seats' }).focus()
  await page.keyboard.press('Enter')
  await seatIn(page, 'E8', 'blocked').waitFor()
  await page.getByRole('radio', { name: 'List' }).check()
  await page.locator('summary', { hasText: 'Row E' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('checkbox', { name: 'Row E, seat 1, standard, €9.50, blocked' }).focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Put 1 seat back on sale' }).click()
  await page.getByRole('checkbox', { name: 'Row E, seat 1, standard, €9.50, free' }).waitFor()
  expect(await page.getByRole('checkbox', { name: /blocked$/ }).count()).toBe(7)
})

it('cancels a screening, after asking once more', async () => {
  const id = await aScreening()
  const page = await visitAsAdmin(app, `/office/screenings/${id}`)
  const { page: visitor } = await app.visit(`/screenings/${id}`)
  await visitor.getByText('Live', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Cancel the screening' }).click()
  await page.getByText('No seat is sold.').waitFor()
  await page.getByRole('button', { name: 'Yes, cancel it' }).click()
  await page.getByText('Cancelled', { exact: true }).waitFor()
  await visitor.getByRole('heading', { name: 'This screening is cancelled' }).waitFor()
  expect(await page.getByRole('button', { name: 'Cancel the screening' }).count()).toBe(0)
})
