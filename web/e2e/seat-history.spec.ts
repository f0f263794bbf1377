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
  app = await startApp('seat-history')
}, 180_000)
afterAll(() => app.stop())

async function visitHistory(id: string, query = '', visit?: Visit): Promise<Page> {
  const { page } = await app.visit('/robots.txt', visit)
  await signInAsAdmin(page, app)
  await page.goto(`${app.url}/office/screenings/${id}/history${query}`)
  await page.getByText('Live', { exact: true }).waitFor()
  return page
}

const trail = (page: Page, seat: string) => page.getByRole('list', { name: `Who held ${seat}` })
/** What is told of the holds, the latest first. */
const told = async (page: Page, seat: string) => trail(page, seat).getByRole('heading').allTextContents()

it('tells who held a seat, when, and why it ended, and goes on telling', async () => {
  const { id, ticketIds } = await schedule(app.platform.admin, { lockSeconds: 8 })
  const [a1 = '', a2 = ''] = ticketIds
  const page = await visitHistory(id, '?seat=A1')
  await page.getByText('Nobody has held A1 yet.').waitFor()
  const ada = await aBuyer(app, 'Ada')
  const ben = await aBuyer(app, 'Ben')
  const cleo = await aBuyer(app, 'Cleo')

  await ben.client.cancelOrder({ orderId: (await ben.holdThese(id, [a1])).id })
  await page.getByRole('heading', { name: 'Ben held it' }).waitFor()
  await ada.holdThese(id, [a1, a2])
  await page.getByRole('heading', { name: 'Ada holds it now' }).waitFor()
  await page.getByText('Held now', { exact: true }).waitFor()
  await page.getByRole('heading', { name: 'Ada held it' }).waitFor()
  await cleo.client.reserveOrder({ orderId: (await cleo.holdThese(id, [a1])).id })
  await page.getByRole('heading', { name: 'Cleo has bought it' }).waitFor()

  expect(await told(page, 'A1')).toEqual(['Cleo has bought it', 'Ada held it', 'Ben held it'])
  await page.getByText('Held 3 times, the latest first.').waitFor()
  const [sold, ranOut, givenUp] = await trail(page, 'A1').locator(':scope > li').all()
  const words = async (entry: typeof sold) => (await entry?.locator('ol li span').allTextContents()) ?? []
  expect(await words(sold)).toEqual(['Locked for the buyer', 'Booked'])
  expect(await words(ranOut)).toEqual(['Locked for the buyer', 'Let go: not booked in time'])
  expect(await words(givenUp)).toEqual(['Locked for the buyer', 'Given up by the buyer'])
  expect(await ranOut?.textContent()).toMatch(/@e2e\.example · with A2 · Order/)
  expect(await ranOut?.textContent()).toMatch(/For \d+ seconds\./)
  expect(await sold?.locator('time').first().textContent()).toMatch(/^\d+ \w+ \d{4}, \d\d:\d\d:\d\d$/)
  const times = await trail(page, 'A1').locator('time').evaluateAll((all) => all.map((each) => each.getAttribute('datetime')))
  expect(times).toHaveLength(6)
}, 90_000)

it('finds a seat by what is written or in the room, by keyboard alone, and keeps it in the address', async () => {
  const { id, ticketIds } = await schedule(app.platform.admin)
  const ada = await aBuyer(app, 'Ada')
  await ada.client.reserveOrder({ orderId: (await ada.holdThese(id, ticketIds.slice(10, 12))).id })
  const page = await visitHistory(id)
  const field = page.getByLabel('Seat', { exact: true })
  await field.focus()
  await page.keyboard.type('z99')
  await page.keyboard.press('Enter')
  await page.getByText('This room has no seat z99.').waitFor()
  await field.fill(' b 2')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\?seat=B2$/)
  await page.getByRole('heading', { name: 'Ada has bought it' }).waitFor()
  await page.getByText('with B1').waitFor()

  await page.getByRole('gridcell', { name: /^Row B, seat 2, / }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\?seat=B3$/)
  await page.getByText('Nobody has held B3 yet.').waitFor()
  expect(await field.inputValue()).toBe('B3')
  await page.goBack()
  await page.getByRole('heading', { name: 'Ada has bought it' }).waitFor()
}, 60_000)

it('says in a deep link to a seat that is none that it is none, and of a blocked one that it is blocked', async () => {
  const { id, ticketIds } = await schedule(app.platform.admin)
  const page = await visitHistory(id, '?seat=Q7')
  await page.getByText('This room has no seat Q7.').waitFor()
  await app.platform.admin.ask('mutation ($ids: [ID!]!) { blockTickets(ids: $ids, reason: "broken") { id } }', { ids: ticketIds.slice(0, 1) })
  await page.goto(page.url().replace('Q7', 'A1'))
  await page.getByText('Not for sale now').waitFor()
  await page.getByText(/^It was blocked here/).waitFor()
  expect(await page.getByText(/^This room has no seat/).count()).toBe(0)
}, 60_000)

it('tells that a sold seat was let go since the screening was cancelled', async () => {
  const { id, ticketIds } = await schedule(app.platform.admin)
  const ada = await aBuyer(app, 'Ada')
  await ada.client.reserveOrder({ orderId: (await ada.holdThese(id, ticketIds.slice(0, 1))).id })
  const page = await visitHistory(id, '?seat=A1')
  await page.getByRole('heading', { name: 'Ada has bought it' }).waitFor()
  await app.platform.admin.ask('mutation ($id: ID!) { cancelScreening(id: $id) { id } }', { id })
  await page.getByText('Let go: the screening was cancelled').waitFor()
  await page.getByText('The screening is cancelled.').waitFor()
  expect(await told(page, 'A1')).toEqual(['Ada had bought it'])
}, 60_000)

it('is accessible at all widths in both themes, in German too', async () => {
  const { id, ticketIds } = await schedule(app.platform.admin)
  const ada = await aBuyer(app, 'Ada')
  await ada.client.cancelOrder({ orderId: (await ada.holdThese(id, ticketIds.slice(0, 2))).id })
  await ada.client.reserveOrder({ orderId: (await ada.holdThese(id, ticketIds.slice(0, 1))).id })
  const page = await visitHistory(id, '?seat=A1')
  await page.getByRole('heading', { name: 'Ada held it' }).waitFor()
  await expectAccessible(page)
  const german = await app.visit('/robots.txt', { language: 'de' })
  await signInAsAdmin(german.page, app)
  await german.page.goto(page.url())
  await german.page.getByRole('heading', { name: 'Ada hat ihn gekauft' }).waitFor()
  await german.page.getByText('Zurückgegeben').waitFor()
}, 120_000)
