import type { Locator, Page } from 'playwright-core'
import type { App, Visit } from './app.js'

/** A visitor of a screening, whose map is live. */
export async function openSeats(app: App, path: string, visit: Visit = {}): Promise<Page> {
  const { page } = await app.visit(path, visit)
  await page.getByText('Live', { exact: true }).waitFor()
  return page
}

export function seat(page: Page, label: string): Locator {
  return page.locator(`[data-label="${label}"]`)
}

export function seatIn(page: Page, label: string, state: string): Locator {
  return page.locator(`[data-label="${label}"][data-state="${state}"]`)
}

/** In the panel that opens where somebody has to be signed in. */
export async function signUp(page: Page, name: string): Promise<void> {
  const panel = page.getByRole('dialog')
  await panel.getByRole('button', { name: 'Sign up' }).click()
  await panel.getByLabel('E-mail').fill(`${name}-${Date.now()}@example.org`)
  await panel.getByLabel('Name').fill(name)
  await panel.getByLabel('Password').fill('long enough')
  await page.keyboard.press('Enter')
}

export async function choose(page: Page, ...labels: readonly string[]): Promise<void> {
  for (const label of labels) {
    await seatIn(page, label, 'free').click()
    await seatIn(page, label, 'chosen').waitFor()
  }
}

/** Whoever does that is signed in. */
export async function hold(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Hold (?:this seat|these seats)$/ }).click()
  await page.getByRole('heading', { name: 'Held for you' }).waitFor()
}

/** Every seat's state as the map has it, by label. */
export async function statesOn(page: Page): Promise<Record<string, string>> {
  return page.locator('[data-label]').evaluateAll((seats) =>
    Object.fromEntries(seats.map((element) => [element.getAttribute('data-label') ?? '', element.getAttribute('data-state') ?? ''])),
  )
}

/** Whether the page is still the same one, and was not loaded again. */
export async function mark(page: Page): Promise<() => Promise<boolean>> {
  await page.evaluate(() => document.documentElement.setAttribute('data-marked', ''))
  return () => page.evaluate(() => document.documentElement.hasAttribute('data-marked'))
}
