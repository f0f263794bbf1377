import { readFile } from 'node:fs/promises'
import { schedule } from '@mov-ticket/e2e'
import ICAL from 'ical.js'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible } from './accessible.js'
import { startApp } from './app.js'
import type { App, Visit } from './app.js'
import { aBuyer, screeningsIn } from './buyer.js'
import type { Buyer } from './buyer.js'
import { decodeQr } from './decode-qr.js'

let app: App
let studios: string[]
beforeAll(async () => {
  app = await startApp('orders')
  studios = await screeningsIn(app, 'Studio')
}, 180_000)
afterAll(() => app.stop())

/** A screening that no other test uses. */
function aScreening(): string {
  const id = studios.pop()
  if (id === undefined) throw new Error('The demo programme has too few screenings in the Studio.')
  return id
}

/** A browser of the buyer's at this page. */
async function visitAs(buyer: Buyer, path: string, visit?: Visit): Promise<Page> {
  const { page, context } = await app.visit('/robots.txt', visit)
  await buyer.signIn(context)
  await page.goto(app.url + path)
  return page
}

const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true })
const steps = (page: Page) => page.getByRole('region', { name: 'What happened' }).locator('li > span').allTextContents()

describe('an order’s page', () => {
  it('leads from the hold to the ticket, the calendar, and back again', async () => {
    const page = await visitAs(await aBuyer(app, 'Ada'), `/screenings/${aScreening()}`)
    await page.getByText('Live', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Choose the best 2 together' }).click()
    await page.getByRole('button', { name: 'Hold these seats' }).click()
    await heading(page, 'Held for you').waitFor()

    await page.getByRole('link', { name: 'My bookings' }).click()
    await page.getByRole('listitem').getByText('Held for you').waitFor()
    await page.getByRole('timer', { name: /^\d:\d\d left$/ }).waitFor()
    await page.getByRole('main').getByRole('listitem').getByRole('link').click()
    await page.getByRole('button', { name: 'Book now' }).click()

    const ticket = page.getByRole('article', { name: 'Ticket' })
    await ticket.waitFor()
    expect(await ticket.innerText()).toContain('Ada')
    const code = ticket.getByRole('img', { name: /^QR code of the ticket, for the door: .+, Studio, .+ and .+\.$/ })
    expect(await decodeQr(code)).toBe(page.url())
    expect(await steps(page)).toEqual(['Asked for', 'Held for you', 'Booked'])

    await page.getByRole('button', { name: 'Cancel the booking' }).click()
    await page.getByText(/go back to everybody at once, and this ticket no longer opens the door\. €\d+\.\d\d is refunded\./).waitFor()
    await page.keyboard.press('Escape')
    expect(await page.getByRole('button', { name: 'Cancel the booking' }).evaluate((button) => button === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Cancel it' }).click()
    await heading(page, 'You cancelled this booking').waitFor()
    expect(await steps(page)).toEqual(['Asked for', 'Held for you', 'Booked', 'Cancelled by you'])
    expect(await page.getByRole('link', { name: 'See what is free now' }).getAttribute('href')).toMatch(/^\/screenings\//)
  }, 60_000)

  it('prints the ticket and nothing else', async () => {
    const buyer = await aBuyer(app, 'Abe')
    const page = await visitAs(buyer, `/orders/${(await buyer.book(aScreening(), 2)).id}`, { theme: 'dark', width: 680 })
    await page.getByRole('article', { name: 'Ticket' }).waitFor()
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(await page.getByRole('article', { name: 'Ticket' }).isVisible()).toBe(true)
    for (const hidden of [page.getByRole('banner'), page.getByRole('contentinfo'), page.getByRole('button', { name: 'Print' }), page.getByText('What happened')]) {
      expect(await hidden.isVisible()).toBe(false)
    }
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light')
  })

  it('gives an entry that calendars read', async () => {
    const buyer = await aBuyer(app, 'Bea')
    const order = await buyer.book(aScreening(), 2)
    const page = await visitAs(buyer, `/orders/${order.id}`)
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Add to the calendar' }).click()])
    expect(download.suggestedFilename()).toMatch(/^[a-z0-9-]+-\d{4}-\d\d-\d\d\.ics$/)

    const calendar = new ICAL.Component(ICAL.parse(await readFile(await download.path(), 'utf8')))
    const entry = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined)
    const startsAt = new Date(order.screening.startsAt)
    const { movie } = order.screening
    expect([entry.uid, entry.summary, entry.location]).toEqual([`order-${order.id}@127.0.0.1`, movie.title, 'Studio'])
    expect(entry.startDate.zone).toBe(ICAL.Timezone.utcTimezone)
    expect(entry.startDate.toJSDate()).toEqual(startsAt)
    expect(entry.endDate.toJSDate()).toEqual(new Date(startsAt.getTime() + movie.runtimeMinutes * 60_000))
    expect(entry.description).toMatch(new RegExp(`^seats .+ and .+\n${page.url()}$`))
    expect(entry.component.getFirstPropertyValue('dtstamp')).toBeTruthy()
  })

  it('says that the time ran out as soon as it has, and leads to the same screening', async () => {
    const { id } = await schedule(app.platform.admin, { lockSeconds: 3 })
    const buyer = await aBuyer(app, 'Cleo')
    const page = await visitAs(buyer, `/orders/${(await buyer.hold(id, 2)).id}`)
    await heading(page, 'The time ran out').waitFor()
    await page.getByText(/ and .+ were held for you, and went back to everybody when the time was over\. You were charged nothing\.$/).waitFor()
    expect(await steps(page)).toEqual(['Asked for', 'Held for you', 'Time ran out'])
    await page.getByRole('link', { name: 'See what is free now' }).click()
    await page.waitForURL(`**/screenings/${id}`)
  })

  it('works by keyboard alone, and the focus is never lost', async () => {
    const { id } = await schedule(app.platform.admin, { lockSeconds: 50 })
    const buyer = await aBuyer(app, 'Dora')
    const page = await visitAs(buyer, `/orders/${(await buyer.hold(id, 1)).id}`)
    await page.getByRole('alert').getByText('Less than a minute is left. Press “More time” if you need it.').waitFor()
    await page.getByRole('button', { name: 'More time' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: 'What happened' }).getByText('Held for longer').waitFor()

    await page.getByRole('button', { name: 'Book now' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('article', { name: 'Ticket' }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.querySelector('article') !== null)).toBe(true)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Add to the calendar')
  })

  it('hears what happens elsewhere', async () => {
    const buyer = await aBuyer(app, 'Eva')
    const { id, ticketIds } = await schedule(app.platform.admin)
    const order = await buyer.hold(id, 1)
    expect(ticketIds).toContain(order.tickets[0]?.id)
    const page = await visitAs(buyer, `/orders/${order.id}`)
    await page.getByRole('button', { name: 'Book now' }).waitFor()
    await buyer.client.reserveOrder({ orderId: order.id })
    await page.getByRole('article', { name: 'Ticket' }).waitFor()
    await app.platform.admin.ask('mutation ($id: ID!) { cancelScreening(id: $id) { id } }', { id })
    await heading(page, 'This screening was called off').waitFor()
  })

  it('is nobody else’s, but for administrators, who can only look', async () => {
    const [buyer, stranger] = await Promise.all([aBuyer(app, 'Fay'), aBuyer(app, 'Gus')])
    const order = await buyer.book(aScreening(), 1)
    for (const path of [`/orders/${order.id}`, '/orders/unknown']) {
      const page = await visitAs(stranger, path)
      await heading(page, 'There is nothing at this address').last().waitFor()
    }
    const { email, password } = app.platform.admin
    const { page, context } = await app.visit('/robots.txt')
    await context.request.post(`${app.url}/graphql`, {
      data: { query: 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }', variables: { input: { email, password } } }, headers: { origin: app.url },
    })
    await page.goto(`${app.url}/orders/${order.id}`)
    await page.getByRole('article', { name: 'Ticket' }).getByText('Fay').waitFor()
    expect(await page.getByRole('button', { name: 'Cancel the booking' }).count()).toBe(0)
  })
})

describe('my bookings', () => {
  it('ask who is there, then show what is theirs; where that is nothing, the way to the programme', async () => {
    const buyer = await aBuyer(app, 'Hal')
    const { page } = await app.visit('/orders')
    await heading(page, 'Your bookings are here').waitFor()
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
    const panel = page.getByRole('dialog')
    await panel.getByLabel('E-mail').fill(buyer.email)
    await panel.getByLabel('Password').fill(buyer.password)
    await page.keyboard.press('Enter')
    await heading(page, 'Nothing booked yet').waitFor()
    expect(await page.evaluate(() => document.activeElement?.contains(document.querySelector('main h2')))).toBe(true)
    await page.getByRole('link', { name: 'See what is on' }).click()
    await page.getByRole('navigation', { name: 'Days' }).waitFor()
  })

  it('come with those first that are not over, page by page', async () => {
    const buyer = await aBuyer(app, 'Ida')
    const screening = aScreening()
    await buyer.book(screening, 2)
    for (let made = 0; made < 21; made++) await buyer.client.cancelOrder({ orderId: (await buyer.hold(screening, 1)).id })
    const page = await visitAs(buyer, '/orders')
    // The oldest of all, and yet the first.
    await page.getByRole('region', { name: 'Coming up' }).getByText('Booked').waitFor()
    const earlier = page.getByRole('region', { name: 'Earlier' }).getByRole('listitem')
    expect(await earlier.count()).toBe(20)
    await page.getByRole('button', { name: 'Show earlier ones' }).click()
    await expect.poll(() => earlier.count()).toBe(21)
    expect(await page.getByRole('button', { name: 'Show earlier ones' }).count()).toBe(0)
    expect(await page.getByRole('region', { name: 'Coming up' }).getByRole('listitem').count()).toBe(1)
  }, 60_000)

  it('hear that the time of one ran out', async () => {
    const { id } = await schedule(app.platform.admin, { lockSeconds: 3 })
    const buyer = await aBuyer(app, 'Jon')
    await buyer.hold(id, 1)
    const page = await visitAs(buyer, '/orders')
    await page.getByRole('region', { name: 'Earlier' }).getByText('Time ran out').waitFor()
    await page.getByText('Nothing is coming up.').waitFor()
    expect(await page.getByRole('timer').count()).toBe(0)
  })
})

describe.each(['en', 'de'] as const)('in %s, at all widths in both themes', (language) => {
  it('every state is accessible', async () => {
    const buyer = await aBuyer(app, 'Kai')
    const [ahead, other] = [aScreening(), aScreening()]
    const [booked, held, ended] = [await buyer.book(ahead, 3), await buyer.hold(other, 2), await buyer.hold(other, 1)]
    await buyer.client.cancelOrder({ orderId: ended.id })
    const page = await visitAs(buyer, '/orders', { language })
    await page.getByRole('timer').waitFor()
    await expectAccessible(page)
    for (const { id } of [held, ended, booked]) {
      await page.goto(`${app.url}/orders/${id}`)
      await page.locator('#history').waitFor()
      const confirm = page.getByRole('button', { name: /^(?:Cancel the booking|Buchung stornieren)$/ })
      if (id === booked.id) await confirm.click()
      await expectAccessible(page)
    }
    await page.context().clearCookies()
    for (const path of ['/orders', `/orders/${booked.id}`]) {
      await page.goto(app.url + path)
      await page.getByRole('main').getByRole('button', { name: /^(?:Sign in|Anmelden)$/ }).waitFor()
      await expectAccessible(page)
    }
  }, 120_000)
})
