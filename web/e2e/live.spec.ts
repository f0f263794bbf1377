import { EventEmitter, once } from 'node:events'
import { schedule } from '@mov-ticket/e2e'
import type { ScreeningWish } from '@mov-ticket/e2e'
import { createClient } from '@mov-ticket/sdk'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { expectAccessible } from './accessible.js'
import { startApp } from './app.js'
import type { App } from './app.js'
import { openLink } from './link.js'
import { noteRenders } from './renders.js'
import { choose, hold, mark, openSeats, seat, seatIn, signUp, statesOn } from './seats.js'

let app: App
beforeAll(async () => {
  app = await startApp('live', { demo: false })
}, 180_000)
afterAll(() => app.stop())

async function aScreening(wish: ScreeningWish = {}): Promise<{ id: string; path: string }> {
  const { id } = await schedule(app.platform.admin, { rows: 5, seatsPerRow: 8, ...wish })
  return { id, path: `/screenings/${id}` }
}

/** Signed in already: what follows takes no longer than it must. */
async function openAs(name: string, path: string): Promise<Page> {
  const page = await openSeats(app, path)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await signUp(page, name)
  await page.getByRole('link', { name: /^Account of/ }).waitFor()
  return page
}

/** What the map shows to somebody who has none of the seats is what the server has. */
async function converged(page: Page, screeningId: string): Promise<void> {
  const words = { AVAILABLE: 'free', LOCKED: 'locked', RESERVED: 'sold', BLOCKED: 'blocked' } as const
  const client = createClient({ url: app.platform.url, webSocket: null })
  await expect.poll(async () => {
    const map = await client.seatMap({ screeningId })
    const theirs = Object.fromEntries(map?.tickets.map(({ seat: { label }, status }) => [label, words[status]]) ?? [])
    const shown = await statesOn(page)
    return Object.entries(theirs).filter(([label, state]) => shown[label] !== state)
  }, { timeout: 20_000 }).toEqual([])
}

it('two browsers on one screening see what each other does', async () => {
  const { path } = await aScreening({ lockSeconds: 10 })
  const ada = await openAs('ada', path)
  const ben = await openAs('ben', path)
  // By the clock of the machine, which both browsers have.
  await ben.evaluate(() => {
    new MutationObserver((changes) => {
      for (const { target } of changes) if (target instanceof Element) target.setAttribute('data-since', String(Date.now()))
    }).observe(document.querySelector('[role="grid"]') ?? document.body, { subtree: true, attributeFilter: ['data-state'] })
  })

  await choose(ada, 'C3', 'C4')
  const answer = ada.waitForResponse(async (response) => (await response.text()).includes('OrderAccepted'))
  await hold(ada)
  const answeredAt = (await answer).request().timing()
  await seatIn(ben, 'C3', 'locked').waitFor()
  const since = Number(await seat(ben, 'C3').getAttribute('data-since'))
  console.info(`A lock was on the other’s map ${(since - answeredAt.startTime).toFixed(0)} ms after it was asked for, its answer after ${answeredAt.responseStart.toFixed(0)} ms`)
  await seatIn(ada, 'C3', 'held').waitFor()

  // Playwright would wait until it can be chosen.
  await seat(ben, 'C3').click({ force: true })
  await ben.getByRole('status').getByText('C3 is held by somebody else. C2 and B3 are free.').waitFor()
  expect(await seatIn(ben, 'C3', 'locked').count()).toBe(1)
  await ben.getByRole('button', { name: 'Take C2' }).click()
  await seatIn(ben, 'C2', 'chosen').waitFor()

  await ada.getByRole('heading', { name: 'The time ran out' }).waitFor()
  await seatIn(ben, 'C3', 'free').waitFor()
  await ada.getByRole('button', { name: 'Choose C3 and C4 again' }).click()
  await hold(ada)
  await ada.getByRole('button', { name: 'Book now' }).click()
  await seatIn(ben, 'C3', 'sold').waitFor()
  await seatIn(ada, 'C3', 'booked').waitFor()
}, 60_000)

it('a seat that changes is rendered, and no other', async () => {
  const { path } = await aScreening()
  const ada = await openAs('ada', path)
  const { page: ben } = await app.visit('/robots.txt')
  const renders = await noteRenders(ben)
  await ben.goto(app.url + path)
  await ben.getByText('Live', { exact: true }).waitFor()
  await seatIn(ben, 'C3', 'free').waitFor()
  expect(new Set(await renders.labels()).size).toBe(40)

  await renders.forget()
  await choose(ada, 'C3')
  await hold(ada)
  await seatIn(ben, 'C3', 'locked').waitFor()
  expect(await renders.labels()).toEqual(['C3'])
})

it('who was slower is told so, offered what is free nearby, and may have the best that is left', async () => {
  const { path } = await aScreening()
  const ada = await openAs('ada', path)
  const ben = await openAs('ben', path)
  const taking = new EventEmitter()
  const taken = once(taking, 'taken')
  await ben.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('CreateOrder') === true) await taken
    await route.continue()
  })
  for (const page of [ada, ben]) await choose(page, 'C3')
  await ben.getByRole('button', { name: 'Hold this seat' }).click()
  await hold(ada)
  taking.emit('taken')

  await ben.getByRole('alert').getByText('C3: somebody was faster.').waitFor()
  await ben.getByRole('status').getByText('Somebody just took C3. C2 and C4 are free.').waitFor()
  await expectAccessible(ben)
  await ben.getByRole('button', { name: 'Hold the best seat that is free now' }).click()
  await ben.getByRole('heading', { name: 'Held for you' }).waitFor()
  await expectAccessible(ben)
}, 90_000)

it('a choice that leaves a seat alone is warned of, and says why where the house refuses it', async () => {
  const { path } = await aScreening({ avoidSingleSeats: true, maxTicketsPerOrder: 2 })
  const page = await openAs('ada', path)
  await choose(page, 'C1', 'C3')
  await page.getByRole('status').getByText('C2 would be left alone between taken seats.').waitFor()
  await seat(page, 'C5').click()
  await page.getByRole('status').getByText('One booking has up to 2 seats. Give one back to choose another.').waitFor()
  await page.getByRole('button', { name: 'Hold these seats' }).click()
  await page.getByRole('alert').getByText('C2 would be left alone. Move by one seat, please.').waitFor()
  expect(await statesOn(page)).toMatchObject({ C1: 'chosen', C3: 'chosen', C5: 'free' })
})

it('warns in the last minute, and gives more time to who asks for it', async () => {
  const { path } = await aScreening({ lockSeconds: 63 })
  const page = await openAs('ada', path)
  await choose(page, 'C3')
  await hold(page)
  const warning = page.getByRole('alert').getByText(/^Less than a minute is left/)
  expect(await warning.count()).toBe(0)
  await warning.waitFor()
  await page.getByRole('button', { name: 'More time' }).click()
  await warning.waitFor({ state: 'detached' })
  expect(await seatIn(page, 'C3', 'held').count()).toBe(1)
})

it('two tabs of one user agree, also after a reload', async () => {
  const { path } = await aScreening()
  const page = await openAs('ada', path)
  await choose(page, 'C3', 'C4')
  await hold(page)
  await page.reload()
  const other = await page.context().newPage()
  await other.goto(page.url())
  for (const tab of [page, other]) {
    await tab.getByRole('heading', { name: 'Held for you' }).waitFor()
    for (const label of ['C3', 'C4']) await seatIn(tab, label, 'held').waitFor()
  }
  await other.getByRole('button', { name: 'Book now' }).click()
  for (const tab of [other, page]) {
    await tab.getByRole('heading', { name: 'Booked' }).waitFor()
    await seatIn(tab, 'C3', 'booked').waitFor()
  }
  await expectAccessible(page)
}, 60_000)

it('a map that was offline for as long as a lock lasts says so, and converges without a reload', async () => {
  const { id, path } = await aScreening({ lockSeconds: 10 })
  const link = await openLink(app.url)
  onTestFinished(() => link.close())
  const ada = await openAs('ada', path)
  const ben = await openSeats(app, path, { at: link.url })
  const isSame = await mark(ben)
  await choose(ada, 'C3', 'C4')
  await hold(ada)
  await seatIn(ben, 'C3', 'locked').waitFor()

  await ben.context().setOffline(true)
  link.cut()
  await ben.getByText(/^You are offline/).waitFor()
  await ben.getByText(/^Live updates paused/).waitFor()
  expect(await ben.locator('[data-true]').count()).toBe(0)
  await ada.getByRole('heading', { name: 'The time ran out' }).waitFor()
  await ada.getByRole('button', { name: 'Choose other seats' }).click()
  await choose(ada, 'D5')
  await hold(ada)
  expect(await statesOn(ben)).toMatchObject({ C3: 'locked', D5: 'free' })

  link.mend()
  await ben.context().setOffline(false)
  await seatIn(ben, 'D5', 'locked').waitFor()
  await ben.getByText('Live', { exact: true }).waitFor()
  await converged(ben, id)
  expect(await isSame()).toBe(true)
}, 90_000)

it('a map whose gateway is killed converges without a reload when there is one again', async () => {
  const { id, path } = await aScreening({ lockSeconds: 4 })
  const ada = await openAs('ada', path)
  const ben = await openSeats(app, path)
  const isSame = await mark(ben)
  await choose(ada, 'C3', 'C4')
  await hold(ada)
  await seatIn(ben, 'C3', 'locked').waitFor()

  const { gateway } = app.platform.processes
  gateway.kill('SIGKILL')
  await ben.getByText(/^Live updates paused/).waitFor()
  await gateway.restart()

  await seatIn(ben, 'C3', 'free').waitFor()
  await ada.getByRole('heading', { name: 'The time ran out' }).waitFor()
  await ada.getByRole('button', { name: 'Choose other seats' }).click()
  await choose(ada, 'D5')
  await hold(ada)
  await seatIn(ben, 'D5', 'locked').waitFor()
  await ben.getByText('Live', { exact: true }).waitFor()
  await converged(ben, id)
  expect(await isSame()).toBe(true)
}, 90_000)
