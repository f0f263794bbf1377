import { createClient } from '@mov-ticket/sdk'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectAccessible } from './accessible.js'
import { startApp } from './app.js'
import type { App } from './app.js'
import { visitAsAdmin } from './sign-in.js'

let app: App
beforeAll(async () => {
  app = await startApp('office-schedule')
}, 180_000)
afterAll(() => app.stop())

it('schedules a screening by keyboard, telling at each field what is wrong', async () => {
  const page = await visitAsAdmin(app, '/office/screenings/new')
  await page.getByLabel('Auditorium').waitFor()
  await page.getByRole('button', { name: 'Put on sale' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByText('Not on sale yet: 4 fields need another look.').waitFor()
  await page.getByText('Choose a film.').waitFor()
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('film')
  await expectAccessible(page)

  await page.keyboard.type('metropolis')
  await page.getByRole('option', { name: /^Metropolis/ }).waitFor()
  await expectAccessible(page)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Metropolis' }).waitFor()
  await page.getByLabel('Auditorium').selectOption({ label: 'Studio, 46 seats' })
  await page.getByLabel('Day', { exact: true }).fill('2001-05-04')
  await page.getByLabel('Start').fill('20:15')
  await page.getByLabel('standard').fill('free')
  await page.getByRole('button', { name: 'Put on sale' }).click()
  await page.getByText('That is over already. A screening starts in the future.').waitFor()
  await page.getByText('Write an amount such as 12.50.').waitFor()

  await page.getByLabel('Day', { exact: true }).fill('2041-05-04')
  await page.getByLabel('standard').fill('12,50')
  // What was found wrong is not said any longer than it is.
  expect(await page.getByText(/^That is over already|^Write an amount|^Not on sale yet/).count()).toBe(0)
  await expectAccessible(page)
  // Two presses are one wish.
  await page.getByRole('button', { name: 'Put on sale' }).dblclick()
  await page.getByText(/^Metropolis, Saturday,? 4 May 2041 at 20:15, Studio\.$/).waitFor()
  await expectAccessible(page)
  const { nodes } = await createClient({ url: app.platform.url, webSocket: null }).screenings({ from: '2041-05-01T00:00:00Z', first: 100 })
  expect(nodes.map(({ startsAt, prices }) => [startsAt, prices.find(({ kind }) => kind === 'STANDARD')?.price.amount])).toEqual([['2041-05-04T18:15:00.000Z', 1250]])
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.getByRole('main').getByRole('link', { name: 'Seats' }).click()
  await page.getByText('46 free, 0 sold, 0 held by visitors, 0 blocked').waitFor()
}, 120_000)

it('asks after a screening whose answer got lost before it schedules another', async () => {
  const page = await visitAsAdmin(app, '/office/screenings/new')
  await page.getByRole('combobox', { name: 'Film' }).fill('detour')
  await page.getByRole('option', { name: /^Detour/ }).click()
  await page.getByLabel('Auditorium').selectOption({ label: 'Studio, 46 seats' })
  await page.getByLabel('Day', { exact: true }).fill('2042-06-01')
  await page.getByLabel('Start').fill('18:00')
  await page.getByLabel('standard').fill('9')
  await page.getByLabel('wheelchair').fill('9')
  await page.getByLabel('companion').fill('9')
  let tries = 0
  await page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('ScheduleScreening') !== true) return route.continue()
    tries += 1
    await route.fetch()
    return route.abort()
  })
  await page.getByRole('button', { name: 'Put on sale' }).click()
  await page.getByRole('alert').getByText('No answer came back. Look at your connection, and try again.').waitFor()
  await page.getByRole('button', { name: 'Put on sale' }).click()
  await page.getByText('It was on sale already: the answer to your first try got lost, the screening did not.').waitFor()
  expect(tries).toBe(1)
}, 60_000)

it('adds a film on the way', async () => {
  const page = await visitAsAdmin(app, '/office/screenings/new')
  await page.getByRole('combobox', { name: 'Film' }).fill('The General Returns')
  await page.getByRole('option', { name: 'Add “The General Returns” as a new film' }).click()
  await page.getByRole('button', { name: 'Add the film' }).click()
  await page.getByText('Write the minutes as a number, from 1 to 1,440.').waitFor()
  await expectAccessible(page)
  await page.getByLabel('Runtime in minutes').fill('78')
  await page.getByLabel('Genres').fill('Comedy, Silent')
  await page.getByRole('button', { name: 'Add the film' }).click()
  await page.getByRole('heading', { name: 'The General Returns' }).waitFor()
  await page.getByRole('button', { name: 'Another film' }).click()
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('film')
}, 60_000)
