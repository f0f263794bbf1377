import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from './accessible.js'
import { startApp } from './app.js'
import type { App, Visit } from './app.js'
import { aBuyer } from './buyer.js'
import type { Buyer } from './buyer.js'

let app: App
beforeAll(async () => {
  app = await startApp('account')
}, 180_000)
afterAll(() => app.stop())

async function accountOf(buyer: Buyer, visit?: Visit): Promise<Page> {
  const { page, context } = await app.visit('/robots.txt', visit)
  await buyer.signIn(context)
  await page.goto(`${app.url}/account`)
  await page.getByText(/^(?:This browser|Dieser Browser)$/).waitFor()
  return page
}

const header = (page: Page) => page.getByRole('banner')

describe('the account', () => {
  it('lists where somebody is signed in, and ends one of them: that browser is nobody’s then', async () => {
    const buyer = await aBuyer(app, 'Ada')
    const there = await accountOf(buyer)
    const here = await accountOf(buyer)
    // The first is the program that signed up.
    const sessions = here.getByRole('main').getByRole('listitem')
    expect(await sessions.count()).toBe(3)
    expect(await sessions.first().innerText()).toMatch(/^Chrome on Linux This browser\s+Signed in: Today at \d\d:\d\d\s+Sign out here$/)

    await sessions.getByRole('button', { name: /^End the session: Chrome on Linux, signed in: Today/ }).click()
    await here.getByText('The session has ended.').waitFor()
    expect(await sessions.count()).toBe(2)
    await there.getByRole('link', { name: 'My bookings' }).first().click()
    await there.getByRole('heading', { name: 'Your bookings are here' }).waitFor()
    await header(there).getByRole('button', { name: 'Sign in' }).waitFor()
    expect(await header(here).getByRole('link', { name: 'Account of Ada' }).count()).toBe(1)
  })

  it('signs out here, and the header knows', async () => {
    const buyer = await aBuyer(app, 'Ben')
    const [page, other] = [await accountOf(buyer), await accountOf(buyer)]
    await page.getByRole('button', { name: 'Sign out here' }).click()
    await header(page).getByRole('button', { name: 'Sign in' }).waitFor()
    await page.getByRole('heading', { name: 'Nobody is signed in here' }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.contains(document.querySelector('main h2')))).toBe(true)
    await other.reload()
    await header(other).getByRole('link', { name: 'Account of Ben' }).waitFor()
  })

  it('signs out everywhere, after it said what that means', async () => {
    const buyer = await aBuyer(app, 'Cleo')
    const [other, page] = [await accountOf(buyer), await accountOf(buyer)]
    const button = page.getByRole('button', { name: 'Sign out everywhere' })
    await button.focus()
    await page.keyboard.press('Enter')
    await page.getByText('All 3 sessions end, this one too. Bookings stay; seats that you hold stay held until their time is over.').waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Stay signed in')
    await page.keyboard.press('Enter')
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'You are signed out everywhere' }).waitFor()
    await page.getByText('3 sessions have ended.').waitFor()
    await header(page).getByRole('button', { name: 'Sign in' }).waitFor()
    await other.reload()
    await header(other).getByRole('button', { name: 'Sign in' }).waitFor()
  })

  it('changes the password, which ends all other sessions', async () => {
    const buyer = await aBuyer(app, 'Eve')
    const [other, page] = [await accountOf(buyer), await accountOf(buyer)]
    const change = page.getByRole('button', { name: 'Change the password' })
    await page.getByLabel('Password so far').fill('not the password')
    await page.getByLabel('New password').fill('short')
    await change.click()
    await page.getByText('It needs at least 8 characters.').waitFor()
    await page.getByLabel('New password').fill('a sentence is fine')
    await change.click()
    await page.getByText('That is not the password so far.').waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('current')
    await page.getByLabel('Password so far').fill(buyer.password)
    await page.keyboard.press('Enter')
    await page.getByRole('status').getByText('The password is changed. All other sessions have ended.').waitFor()
    await expect.poll(() => page.getByRole('main').getByRole('listitem').count()).toBe(1)
    await other.reload()
    await header(other).getByRole('button', { name: 'Sign in' }).waitFor()
  })

  it.each(['en', 'de'] as const)('is accessible in %s, also while it asks, and when nobody is there', async (language) => {
    const buyer = await aBuyer(app, 'Dora')
    await accountOf(buyer)
    const page = await accountOf(buyer, { language })
    await page.getByRole('button', { name: /^(?:Sign out everywhere|Überall abmelden)$/ }).click()
    await expectAccessible(page)
    await page.getByRole('button', { name: /^(?:Sign out here|Hier abmelden)$/ }).click()
    await page.getByRole('heading', { name: /^(?:Nobody is signed in here|Hier ist niemand angemeldet)$/ }).waitFor()
    await expectAccessible(page)
  }, 120_000)
})
