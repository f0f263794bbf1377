import type { Page } from 'playwright-core'
import { afterAll, beforeAll, it } from 'vitest'
import { expectAccessible } from './accessible.js'
import { startApp } from './app.js'
import type { App, Visit } from './app.js'
import { signInAsAdmin } from './sign-in.js'

let app: App
beforeAll(async () => {
  app = await startApp('office')
}, 180_000)
afterAll(() => app.stop())

async function visitAsAdmin(path: string, visit?: Visit): Promise<Page> {
  const { page } = await app.visit('/robots.txt', visit)
  await signInAsAdmin(page, app)
  await page.goto(app.url + path)
  return page
}

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

it('lists screenings by day, each with the way to its pages', async () => {
  const page = await visitAsAdmin('/office')
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
