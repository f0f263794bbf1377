import type { Page } from 'playwright-core'
import type { App } from './app.js'

export interface Screen {
  /** Of the file. */
  readonly name: string
  /** Goes there, and resolves when what is worth seeing is there. */
  readonly open: (page: Page, app: App) => Promise<void>
}

const tomorrow = () => new Date(Date.now() + 24 * 60 * 60_000).toISOString().slice(0, 10)

/** What `npm run screenshots` takes pictures of. */
export const screens: readonly Screen[] = [
  {
    name: 'programme',
    open: async (page, { url }) => {
      await page.goto(`${url}/?date=${tomorrow()}`)
      await page.getByRole('group', { name: /^Times of/ }).first().waitFor()
    },
  },
  {
    name: 'search',
    open: async (page, { url }) => {
      await page.goto(`${url}/?q=night`)
      await page.getByText(/^\d+ films?$/).waitFor()
    },
  },
  {
    name: 'film',
    open: async (page, { url }) => {
      await page.goto(`${url}/?q=metropolis`)
      await page.getByRole('link', { name: 'Metropolis', exact: true }).click()
      await page.getByRole('heading', { name: 'When it is shown' }).waitFor()
      await page.mouse.move(0, 0)
      await page.getByRole('heading', { level: 1 }).blur()
    },
  },
  {
    name: 'seat-map',
    open: async (page, { url }) => {
      await page.goto(`${url}/?date=${tomorrow()}`)
      await page.getByRole('link', { name: /Grand Hall/ }).first().click()
      await page.getByText('Live', { exact: true }).waitFor()
      await page.getByRole('button', { name: /^Choose the best/ }).click()
      await page.getByRole('button', { name: 'Hold these seats' }).waitFor()
      await page.mouse.move(0, 0)
    },
  },
  {
    name: 'sign-in',
    open: async (page, { url }) => {
      await page.goto(`${url}/?date=${tomorrow()}`)
      await page.getByRole('group', { name: /^Times of/ }).first().waitFor()
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
]
