import { schedule } from '@mov-ticket/e2e'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectAccessible } from './accessible.js'
import { startApp } from './app.js'
import type { App, Visit } from './app.js'
import { aBuyer } from './buyer.js'
import { signInAsAdmin } from './sign-in.js'

let app: App
beforeAll(async () => {
  app = await startApp('dashboard')
}, 180_000)
afterAll(() => app.stop())

async function visitDashboard(id: string, visit?: Visit): Promise<Page> {
  const { page } = await app.visit('/robots.txt', visit)
  await signInAsAdmin(page, app)
  await page.goto(`${app.url}/office/screenings/${id}/dashboard`)
  await page.getByText('Live', { exact: true }).waitFor()
  return page
}

/** A figure by its name, once it is this. */
const figure = (page: Page, name: string, value: string) => page.getByRole('region', { name: 'Now' }).locator('dl > div', { has: page.getByText(name, { exact: true }) }).getByText(value, { exact: true })

it('shows bookings, cancellations, refusals and seats that ran out as they happen, in true numbers', async () => {
  const { id, ticketIds } = await schedule(app.platform.admin, { lockSeconds: 10 })
  const [ada, ben, cleo] = await Promise.all([aBuyer(app, 'ada'), aBuyer(app, 'ben'), aBuyer(app, 'cleo')])
  const page = await visitDashboard(id)
  await figure(page, 'Free', '20').waitFor()
  await figure(page, 'Revenue', '€0.00').waitFor()

  // Two seats of 12.50 are sold, one is let go, one is refused, three run out.
  await ada.client.reserveOrder({ orderId: (await ada.holdThese(id, ticketIds.slice(0, 2))).id })
  await ben.client.cancelOrder({ orderId: (await ben.holdThese(id, ticketIds.slice(2, 3))).id })
  expect(await ben.client.createOrder({ input: { screeningId: id, ticketIds: ticketIds.slice(1, 2) } })).toMatchObject({ __typename: 'OrderRefused' })
  await cleo.holdThese(id, ticketIds.slice(10, 13))
  await figure(page, 'Held', '3').waitFor()
  await figure(page, 'Sold', '2').waitFor()
  await figure(page, 'Revenue', '€25.00').waitFor()
  await figure(page, 'Cancelled', '1').waitFor()
  await figure(page, 'Refused', '1').waitFor()

  await figure(page, 'Held', '0').waitFor()
  await figure(page, 'Free', '18').waitFor()
  await figure(page, 'Ran out', '1').waitFor()
  await figure(page, 'Orders placed', '4').waitFor()
  await page.getByText('10%', { exact: true }).waitFor()

  // The charts say the same, also to who does not see them.
  await page.getByRole('img', { name: /^How full\? Seats taken, of 20\. Sold: 2 now\. Held: 0 now\.$/ }).waitFor()
  await page.getByRole('img', { name: /^How fast\? Orders per minute\. Seats locked: 3 in all\. Booked: 1 in all\.$/ }).waitFor()
  await page.getByRole('img', { name: /^How many let go\? Orders per minute\. Ran out: 1 in all\. Cancelled: 1 in all\. Refused: 1 in all\.$/ }).waitFor()
  await page.getByRole('img', { name: /^How much\? .* Revenue: €25\.00 now\.$/ }).waitFor()
}, 90_000)

it('has every chart as a table, and looks back as far as one likes, by keyboard alone', async () => {
  const { id, ticketIds } = await schedule(app.platform.admin)
  const ada = await aBuyer(app, 'ada')
  await ada.client.reserveOrder({ orderId: (await ada.holdThese(id, ticketIds.slice(0, 4))).id })
  const page = await visitDashboard(id)
  await page.getByRole('radio', { name: '1 hour' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.waitForURL(/\?span=month$/)
  await page.getByRole('img', { name: /^How fast\? Orders per day\. Seats locked: 1 in all\. Booked: 1 in all\.$/ }).waitFor()

  await page.locator('summary', { hasText: 'How full?' }).focus()
  await page.keyboard.press('Enter')
  const table = page.getByRole('table', { name: 'How full?' })
  expect(await table.getByRole('columnheader').allTextContents()).toEqual(['When', 'Sold', 'Held'])
  expect(await table.getByRole('row').count()).toBe(31)
  expect(await table.getByRole('row').nth(1).getByRole('cell').allTextContents()).toEqual(['4', '0'])
  expect(await table.getByRole('row').nth(2).getByRole('cell').allTextContents()).toEqual(['0', '0'])

  await page.reload()
  expect(await page.getByRole('radio', { name: '30 days' }).isChecked()).toBe(true)
}, 60_000)

it('says in place when it is not renewed any more, shows it as old, and recovers', async () => {
  const { id } = await schedule(app.platform.admin)
  const page = await visitDashboard(id)
  await page.getByRole('img', { name: /^How full\?/ }).waitFor()
  const { orders } = app.platform.processes
  await orders.stop()
  await page.getByText('Renewing it did not work.').waitFor({ timeout: 60_000 })
  await orders.restart()
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByText('Renewing it did not work.').waitFor({ state: 'detached', timeout: 60_000 })
  expect(await page.locator('[data-true]').count()).toBe(2)

  // Without live updates neither figures nor charts look as if they were true.
  const { gateway } = app.platform.processes
  await gateway.stop()
  await page.getByText(/^Live updates paused, reconnecting\./).waitFor()
  expect(await page.locator('[data-true]').count()).toBe(0)
  await gateway.restart()
  await page.getByText('Live', { exact: true }).waitFor({ timeout: 60_000 })
  await page.locator('[data-true]').nth(1).waitFor({ timeout: 60_000 })
}, 240_000)

it('is accessible at all widths in both themes, with tables open', async () => {
  const { id, ticketIds } = await schedule(app.platform.admin)
  const ada = await aBuyer(app, 'ada')
  await ada.client.reserveOrder({ orderId: (await ada.holdThese(id, ticketIds.slice(0, 4))).id })
  const page = await visitDashboard(id)
  await page.getByRole('img', { name: /^How much\?/ }).waitFor()
  await page.locator('summary', { hasText: 'How full?' }).click()
  await page.locator('summary', { hasText: 'How much?' }).click()
  await expectAccessible(page)
}, 180_000)

it('has the coming week in one table, sorted as one likes, each with the way to its dashboard', async () => {
  const { id, ticketIds } = await schedule(app.platform.admin, { maxTicketsPerOrder: 20 })
  const ada = await aBuyer(app, 'ada')
  await ada.client.reserveOrder({ orderId: (await ada.holdThese(id, ticketIds.slice(0, 18))).id })
  const { page } = await app.visit('/robots.txt')
  await signInAsAdmin(page, app)
  await page.goto(`${app.url}/office/dashboard`)
  const table = page.getByRole('table', { name: 'Screenings and their sales' })
  await table.waitFor()
  await table.getByRole('button', { name: 'Sold' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\?sort=full$/)
  const first = table.getByRole('row').nth(1)
  await first.getByText('18 of 20').waitFor()
  await first.getByText('€225.00').waitFor()
  await expectAccessible(page)
  await first.getByRole('link', { name: 'The General' }).click()
  await page.waitForURL(`${app.url}/office/screenings/${id}/dashboard`)
}, 180_000)
