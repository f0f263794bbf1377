import { createClient } from '@mov-ticket/sdk'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectAccessible } from './accessible.js'
import { startApp } from './app.js'
import type { App } from './app.js'
import { visitAsAdmin } from './sign-in.js'

let app: App
beforeAll(async () => {
  app = await startApp('office-builder')
}, 180_000)
afterAll(() => app.stop())

const place = (page: Page, row: number, column: number) => page.locator(`[data-at="${row},${column}"]`)

it('builds an auditorium by keyboard alone', async () => {
  const page = await visitAsAdmin(app, '/office/auditoriums/new')
  await page.getByLabel('Name', { exact: true }).fill('Studio')
  await page.getByLabel('Rows', { exact: true }).fill('4')
  await page.getByLabel('Places in a row').fill('7')
  await page.keyboard.press('Enter')
  await page.getByText('There is a Studio already. Give it another name.').waitFor()
  await page.getByLabel('Name', { exact: true }).fill('Kino Zwei')
  await page.getByText('28 seats').waitFor()

  await place(page, 0, 0).focus()
  await page.keyboard.press('3')
  await page.getByRole('status').getByText('Painting: wheelchair space.').waitFor()
  await page.keyboard.press('Space')
  await page.getByRole('status').getByText('Line 1, place 1: wheelchair space. 28 seats in all.').waitFor()
  await page.getByText('A wheelchair space has no companion seat beside it.').waitFor()
  await page.keyboard.press('4')
  await page.keyboard.press('Shift+ArrowRight')
  // Up to the headings, where a whole column becomes an aisle.
  await page.keyboard.press('0')
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowUp', 'Space']) await page.keyboard.press(key)
  await page.getByRole('status').getByText('Place 4 of every line: no seat. 24 seats in all.').waitFor()
  for (const key of ['ArrowDown', 'ArrowDown', 'Home', 'ArrowLeft', 'Space']) await page.keyboard.press(key)
  await page.getByRole('status').getByText('Line 2: no seat. 18 seats in all.').waitFor()
  await page.keyboard.press('Control+z')
  await page.getByRole('status').getByText('Undone. 24 seats in all.').waitFor()
  await page.keyboard.press('Control+Shift+Z')
  expect(await place(page, 2, 6).getAttribute('aria-label')).toBe('Row B, seat 6, standard. Line 3, place 7')
  await expectAccessible(page)

  await page.getByRole('radio', { name: 'Preview' }).check()
  await page.locator('[data-label="C-1"]').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save the auditorium' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Kino Zwei is built' }).last().waitFor()
  const client = createClient({ url: app.platform.url, webSocket: null })
  const { nodes } = await client.auditoriums({ first: 100 })
  const built = await client.auditorium({ id: nodes.find(({ name }) => name === 'Kino Zwei')?.id ?? '' })
  expect(built?.seats.filter(({ row }) => row === 'A').map(({ label, kind, x, y }) => [label, kind, x, y])).toEqual([
    ['A1', 'ACCESSIBLE', 1, 0], ['A2', 'COMPANION', 2, 0], ['A3', 'STANDARD', 3, 0], ['A4', 'STANDARD', 5, 0], ['A5', 'STANDARD', 6, 0], ['A6', 'STANDARD', 7, 0],
  ])
  expect(new Set(built?.seats.map(({ row, y }) => `${row} ${y}`))).toEqual(new Set(['A 0', 'B 2', 'C 3']))

  await page.getByRole('link', { name: 'Schedule a screening there' }).click()
  await page.getByRole('option', { name: 'Kino Zwei, 18 seats', selected: true }).waitFor({ state: 'attached' })
}, 120_000)

it('paints with a mouse; a stroke is one step back', async () => {
  const page = await visitAsAdmin(app, '/office/auditoriums/new')
  await place(page, 0, 0).waitFor()
  await page.getByRole('radio', { name: 'premium' }).check({ force: true })
  const from = await middleOf(page, 2, 2)
  const to = await middleOf(page, 2, 9)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y)
  await page.mouse.up()
  await page.getByText('152 standard, 8 premium').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('160 standard').waitFor()
  await page.getByRole('button', { name: 'Redo' }).click()
  await page.getByText('152 standard, 8 premium').waitFor()
  await place(page, -1, -1).click()
  await page.getByText('160 premium').waitFor()
  // A reload takes nothing away.
  await page.reload()
  await page.getByText('160 premium').waitFor()
  expect(await place(page, 9, 15).getAttribute('aria-label')).toBe('Row K, seat 16, premium. Line 10, place 16')
})

it('paints with a finger, and scrolls with it where that is chosen', async () => {
  const page = await visitAsAdmin(app, '/office/auditoriums/new', { width: 390 })
  const touch = await page.context().newCDPSession(page)
  await touch.send('Emulation.setTouchEmulationEnabled', { enabled: true })
  const drag = async (row: number, from: number, to: number): Promise<void> => {
    await place(page, row, from).scrollIntoViewIfNeeded()
    const [start, end] = [await middleOf(page, row, from), await middleOf(page, row, to)]
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [start] })
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [end] })
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  }
  await page.getByRole('radio', { name: 'no seat' }).check({ force: true })
  await drag(1, 0, 3)
  await page.getByText('156 seats', { exact: true }).waitFor()
  await page.getByRole('radio', { name: 'scroll' }).check({ force: true })
  await drag(1, 4, 8)
  expect(await page.getByText('156 seats', { exact: true }).count()).toBe(1)
})

async function middleOf(page: Page, row: number, column: number): Promise<{ x: number; y: number }> {
  const box = await place(page, row, column).boundingBox()
  if (box === null) throw new Error('The place is not on the page.')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

it('shows all auditoriums, and builds one like another', async () => {
  const page = await visitAsAdmin(app, '/office/auditoriums')
  await page.getByRole('img', { name: 'Seats of Grand Hall, the screen at the top' }).waitFor()
  await expectAccessible(page)
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.getByRole('link', { name: 'Build one like Studio' }).click()
  await page.getByText('46 seats').waitFor()
  await page.getByText('44 standard, 1 wheelchair space, 1 companion seat').waitFor()
}, 60_000)
