import { schedule } from '@mov-ticket/e2e'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp } from './app.js'
import type { App } from './app.js'
import { tabTo } from './keyboard.js'
import { seatIn } from './seats.js'

let app: App
beforeAll(async () => {
  app = await startApp('booking', { demo: false })
  await schedule(app.platform.admin, { rows: 5, seatsPerRow: 40 })
}, 180_000)
afterAll(() => app.stop())

const tomorrow = () => new Date(Date.now() + 24 * 60 * 60_000).toISOString().slice(0, 10)

/** Beginning in the panel's first field, as one who is new. */
async function signUpByKeyboard(page: Page): Promise<void> {
  const panel = page.getByRole('dialog')
  await panel.waitFor()
  await tabTo(page, 'Sign up')
  await page.keyboard.press('Enter')
  await panel.getByLabel('Name').waitFor()
  for (const [label, text] of [['E-mail', `kim-${Date.now()}@example.org`], ['Name', 'Kim'], ['Password', 'long enough']] as const) {
    await expect.poll(async () => {
      const isThere = await panel.getByLabel(label).evaluate((element) => element === document.activeElement)
      if (!isThere) await page.keyboard.press('Tab')
      return isThere
    }).toBe(true)
    await page.keyboard.type(text)
  }
  await page.keyboard.press('Enter')
}

/** From what is chosen to what is booked. */
async function bookByKeyboard(page: Page): Promise<void> {
  await tabTo(page, 'Hold these seats')
  await page.keyboard.press('Enter')
  await signUpByKeyboard(page)
  await page.getByRole('heading', { name: 'Held for you' }).waitFor()
  await tabTo(page, 'Book now')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Booked' }).waitFor()
  await tabTo(page, 'Show the ticket')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/orders/*')
}

describe.each([1280, 320])('a whole booking by keyboard alone, %i pixels wide', (width) => {
  async function openByKeyboard(): Promise<Page> {
    const { page } = await app.visit(`/?date=${tomorrow()}`, { width })
    await page.getByRole('link', { name: /^\d\d:\d\d/ }).first().waitFor()
    await tabTo(page, /^\d\d:\d\d/)
    await page.keyboard.press('Enter')
    await page.getByText('Live', { exact: true }).waitFor()
    return page
  }

  it('on the map', async () => {
    const page = await openByKeyboard()
    await tabTo(page, /^Row .+, free$/)
    // The tab stop is the best that is free, and nobody sits in front of it yet.
    for (const key of ['Space', 'ArrowUp', 'Enter']) await page.keyboard.press(key)
    await expect.poll(() => page.locator('[aria-selected="true"]').count()).toBe(2)
    await bookByKeyboard(page)
  }, 60_000)

  it('in the list', async () => {
    const page = await openByKeyboard()
    await tabTo(page, 'Map')
    await page.keyboard.press('ArrowRight')
    await tabTo(page, /^Row A/)
    await page.keyboard.press('Enter')
    await tabTo(page, /^Row A, seat \d+, .+, free$/)
    await page.keyboard.press('Space')
    await tabTo(page, /^Row A, seat \d+, .+, free$/)
    await page.keyboard.press('Space')
    await expect.poll(() => page.getByRole('checkbox', { checked: true }).count()).toBe(2)
    await bookByKeyboard(page)
  }, 60_000)
})

it('a whole booking by finger, 320 pixels wide', async () => {
  const { page } = await app.visit(`/?date=${tomorrow()}`, { width: 320, isTouch: true })
  await page.getByRole('link', { name: /^\d\d:\d\d/ }).first().tap()
  await page.getByText('Live', { exact: true }).waitFor()
  for (const label of ['E30', 'E31']) {
    await seatIn(page, label, 'free').tap()
    await seatIn(page, label, 'chosen').waitFor()
  }
  await page.getByRole('button', { name: 'Hold these seats' }).tap()
  const panel = page.getByRole('dialog')
  await panel.getByRole('button', { name: 'Sign up' }).tap()
  await panel.getByLabel('E-mail').fill(`fay-${Date.now()}@example.org`)
  await panel.getByLabel('Name').fill('Fay')
  await panel.getByLabel('Password').fill('long enough')
  await panel.getByRole('button', { name: 'Sign up' }).first().tap()
  await page.getByRole('button', { name: 'Book now' }).tap()
  await page.getByRole('heading', { name: 'Booked' }).waitFor()
  await expect.poll(() => page.locator('[data-state="booked"]').count()).toBe(2)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)
}, 60_000)
