import { afterAll, beforeAll, expect, it } from 'vitest'
import { startApp } from './app.js'
import type { App } from './app.js'

let app: App
beforeAll(async () => {
  app = await startApp('states')
}, 180_000)
afterAll(() => app.stop())

const tomorrow = () => new Date(Date.now() + 24 * 60 * 60_000).toISOString().slice(0, 10)

it('what is there does not move when the rest arrives', async () => {
  const { page } = await app.visit('/robots.txt')
  await page.addInitScript(() => {
    let shifted = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if ('value' in entry) shifted += Number(entry.value)
      document.documentElement.dataset['shifted'] = String(shifted)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  // Slow enough that the loading state is painted.
  await page.route('**/graphql', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300))
    await route.continue()
  })
  await page.goto(`${app.url}/?date=${tomorrow()}`)
  await page.getByRole('group', { name: /^Times of/ }).first().waitFor()
  const shifted = await page.evaluate(() => new Promise<number>((resolve) => {
    // Two frames on, what the last change moved has been told.
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(Number(document.documentElement.dataset['shifted'] ?? 0))))
  }))
  // 0.1 is what is called good; this is a tenth of it.
  expect(shifted).toBeLessThan(0.01)
})

it('says that it is offline, keeps what it knows, and goes on by itself', async () => {
  const { page, context } = await app.visit(`/?date=${tomorrow()}`)
  await page.getByRole('group', { name: /^Times of/ }).first().waitFor()
  await context.setOffline(true)
  await page.getByText(/^You are offline/).waitFor()
  expect(await page.getByRole('group', { name: /^Times of/ }).count()).toBeGreaterThan(0)
  await context.setOffline(false)
  await page.getByText(/^You are offline/).waitFor({ state: 'detached' })
})

it('says what is wrong where the graph can’t be had, and tries again when asked', async () => {
  const { page } = await app.visit('/films/unknown')
  await page.route('**/graphql', (route) => route.fulfill({ status: 200, contentType: 'application/json', body: '{"errors":[{"message":"x","extensions":{"code":"INTERNAL"}}]}' }))
  await page.goto(`${app.url}/?date=${tomorrow()}`)
  await page.getByRole('alert').getByRole('heading', { name: 'Something went wrong on our side' }).waitFor()
  await page.unroute('**/graphql')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('group', { name: /^Times of/ }).first().waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)
})
