import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible, themes, widths } from './accessible.js'
import { startApp } from './app.js'
import type { App } from './app.js'

let app: App
let filmPath: string
beforeAll(async () => {
  app = await startApp('pages')
  const { page, context } = await app.visit('/?q=metropolis')
  filmPath = (await page.getByRole('link', { name: 'Metropolis', exact: true }).getAttribute('href')) ?? ''
  await context.close()
}, 180_000)
afterAll(() => app.stop())

const tomorrow = () => new Date(Date.now() + 24 * 60 * 60_000).toISOString().slice(0, 10)

/** Every page and what may stand on it, with what shows that it is there. */
const pages: readonly (readonly [name: string, path: () => string, ready: (page: Page) => Promise<void>])[] = [
  ['the programme', () => `/?date=${tomorrow()}`, (page) => page.getByRole('group', { name: /^Times of/ }).first().waitFor()],
  ['a search', () => '/?q=the', (page) => page.getByText(/^\d+ films$/).waitFor()],
  ['a search that finds nothing', () => '/?q=no+such+film', (page) => page.getByRole('heading', { name: /No film is called/ }).waitFor()],
  ['a day without films', () => '/?date=2001-01-01', (page) => page.getByRole('heading', { name: 'Nothing is shown on this day' }).waitFor()],
  ['a film', () => filmPath, (page) => page.getByRole('heading', { name: 'When it is shown' }).waitFor()],
  ['an unknown film', () => '/films/unknown', (page) => page.getByRole('heading', { name: 'There is nothing at this address' }).last().waitFor()],
  ['an unknown address', () => '/no/such/page', (page) => page.getByRole('heading', { name: 'There is nothing at this address' }).last().waitFor()],
  [
    'the panel to sign in',
    () => '/',
    async (page) => {
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.getByRole('dialog', { name: 'Sign in' }).waitFor()
    },
  ],
  [
    'the panel to sign up, filled in wrongly',
    () => '/',
    async (page) => {
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.getByRole('button', { name: 'Sign up' }).click()
      await page.getByRole('button', { name: 'Sign up' }).first().click()
      await page.getByText('Write your name.').waitFor()
    },
  ],
  [
    'the settings',
    () => '/',
    async (page) => {
      await page.getByRole('button', { name: 'Language and theme' }).click()
      await page.getByRole('radio', { name: 'Deutsch' }).waitFor()
    },
  ],
]

describe.each(themes)('in the %s theme', (theme) => {
  describe.each(widths)('at %i px', (width) => {
    it.each(pages)('%s is accessible and complains of nothing', async (_, path, ready) => {
      const { page, context, complaints } = await app.visit(path(), { theme, width })
      await ready(page)
      await expectAccessible(page)
      expect(complaints).toEqual([])
      await context.close()
    }, 60_000)
  })
})
