import { afterAll, beforeAll, expect, it } from 'vitest'
import { startApp } from './app.js'
import type { App } from './app.js'

let app: App
beforeAll(async () => {
  app = await startApp('session')
}, 180_000)
afterAll(() => app.stop())

it('signs up in place, is known after a reload, and no script sees the token', async () => {
  const { page, context } = await app.visit('/')
  await page.getByRole('button', { name: 'Sign in' }).click()
  const panel = page.getByRole('dialog')
  await panel.getByLabel('E-mail').fill('eve@example.org')
  await panel.getByRole('button', { name: 'Sign up' }).click()
  // What was written already is still there.
  expect(await panel.getByLabel('E-mail').inputValue()).toBe('eve@example.org')
  await panel.getByLabel('Name').fill('Eve')
  await panel.getByLabel('Password').fill('short')
  await panel.getByRole('button', { name: 'Sign up' }).first().click()
  await panel.getByText('It needs at least 8 characters.').waitFor()
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('password')
  await panel.getByLabel('Password').fill('long enough')
  await page.keyboard.press('Enter')

  await page.getByRole('link', { name: 'Account of Eve' }).waitFor()
  expect(await panel.count()).toBe(0)
  await page.reload()
  await page.getByRole('link', { name: 'Account of Eve' }).waitFor()
  expect(await context.cookies()).toEqual([expect.objectContaining({ httpOnly: true, sameSite: 'Strict' })])
})

it('says in place that nobody has this password, and leaves with Escape', async () => {
  const { page } = await app.visit('/')
  const button = page.getByRole('button', { name: 'Sign in' })
  await button.click()
  const panel = page.getByRole('dialog')
  await panel.getByRole('button', { name: 'Sign in' }).click()
  await panel.getByText(/^Write your e-mail address/).waitFor()
  await panel.getByLabel('E-mail').fill('nobody@example.org')
  await panel.getByLabel('Password').fill('not the password')
  await page.keyboard.press('Enter')
  await panel.getByRole('alert').getByText('No account has this e-mail and password.').waitFor()
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
})
