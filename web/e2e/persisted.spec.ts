import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startApp } from './app.js'
import type { App } from './app.js'
import { signUp } from './seats.js'

const registered = resolve(import.meta.dirname, '../../sdk/persisted-operations.json')
const tomorrow = () => new Date(Date.now() + 24 * 60 * 60_000).toISOString().slice(0, 10)

let app: App
beforeAll(async () => {
  app = await startApp('persisted', { environment: { PERSISTED_ONLY: registered } })
}, 180_000)
afterAll(() => app.stop())

it('books a seat, from the programme to the ticket, where only registered operations can be run', async () => {
  const { errors } = await app.platform.admin.answer('{ movies { nodes { id } } }')
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['OPERATION_NOT_ALLOWED'])

  const { page, complaints } = await app.visit(`/?date=${tomorrow()}`)
  await page.getByRole('link', { name: /Studio/ }).first().click()
  await page.getByText('Live', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Choose the best 2 together' }).click()
  await page.getByRole('button', { name: 'Hold these seats' }).click()
  await signUp(page, 'ida')
  await page.getByRole('heading', { name: 'Held for you' }).waitFor()
  await page.getByRole('button', { name: 'More time' }).click()
  await page.getByRole('button', { name: 'Book now' }).click()
  await page.getByRole('heading', { name: 'Booked' }).waitFor()
  await expect.poll(() => page.locator('[data-state="booked"]').count()).toBe(2)
  await page.getByRole('link', { name: 'Show the ticket' }).click()
  await page.waitForURL('**/orders/*')
  expect(complaints).toEqual([])
}, 60_000)
