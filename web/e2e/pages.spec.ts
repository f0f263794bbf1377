import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from './accessible.js'
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

const words = {
  en: { times: /^Times of/, found: /^\d+ films$/, noFilm: /No film is called/, nothing: 'Nothing is shown on this day', when: 'When it is shown', nowhere: 'There is nothing at this address', signIn: 'Sign in', signUp: 'Sign up', noName: 'Write your name.', settings: 'Language and theme' },
  de: { times: /^Zeiten von/, found: /^\d+ Filme$/, noFilm: /Kein Film heißt/, nothing: 'An diesem Tag läuft nichts', when: 'Wann er läuft', nowhere: 'Unter dieser Adresse gibt es nichts', signIn: 'Anmelden', signUp: 'Registrieren', noName: 'Schreiben Sie Ihren Namen.', settings: 'Sprache und Farben' },
} as const
type Words = (typeof words)[keyof typeof words]

/** Every page and what may stand on it, with what shows that it is there. */
const pages: readonly (readonly [name: string, path: () => string, ready: (page: Page, words: Words) => Promise<void>])[] = [
  ['the programme', () => `/?date=${tomorrow()}`, (page, { times }) => page.getByRole('group', { name: times }).first().waitFor()],
  ['a search', () => '/?q=the', (page, { found }) => page.getByText(found).waitFor()],
  ['a search that finds nothing', () => '/?q=no+such+film', (page, { noFilm }) => page.getByRole('heading', { name: noFilm }).waitFor()],
  ['a day without films', () => '/?date=2001-01-01', (page, { nothing }) => page.getByRole('heading', { name: nothing }).waitFor()],
  ['a film', () => filmPath, (page, { when }) => page.getByRole('heading', { name: when }).waitFor()],
  ['an unknown film', () => '/films/unknown', (page, { nowhere }) => page.getByRole('heading', { name: nowhere }).last().waitFor()],
  ['an unknown address', () => '/no/such/page', (page, { nowhere }) => page.getByRole('heading', { name: nowhere }).last().waitFor()],
  [
    'the panel to sign in',
    () => '/',
    async (page, { signIn }) => {
      await page.getByRole('button', { name: signIn }).click()
      await page.getByRole('dialog', { name: signIn }).waitFor()
    },
  ],
  [
    'the panel to sign up, filled in wrongly',
    () => '/',
    async (page, { signIn, signUp, noName }) => {
      await page.getByRole('button', { name: signIn }).click()
      await page.getByRole('button', { name: signUp }).click()
      await page.getByRole('button', { name: signUp }).first().click()
      await page.getByText(noName).waitFor()
    },
  ],
  [
    'the settings',
    () => '/',
    async (page, { settings }) => {
      await page.getByRole('button', { name: settings }).click()
      await page.getByRole('radio', { name: 'Deutsch' }).waitFor()
    },
  ],
]

describe.each(['en', 'de'] as const)('in %s', (language) => {
  it.each(pages)('%s is accessible and complains of nothing', async (_, path, ready) => {
    const { page, context, complaints } = await app.visit(path(), { language })
    await ready(page, words[language])
    await expectAccessible(page)
    expect(complaints).toEqual([])
    await context.close()
  }, 60_000)
})
