import type { Page } from 'playwright-core'
import type { App } from './app.js'
import { busyScreening } from './busy-screening.js'
import { aBuyer, screeningsIn } from './buyer.js'
import type { Buyer } from './buyer.js'
import { signInAsAdmin } from './sign-in.js'

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
  {
    name: 'orders',
    open: async (page, app) => {
      await aRegular(page, app)
      await page.goto(`${app.url}/orders`)
      await page.getByRole('timer').waitFor()
    },
  },
  {
    name: 'order-held',
    open: async (page, app) => {
      const buyer = await aRegular(page, app)
      const { nodes } = await buyer.client.myOrders({ status: 'LOCKED' })
      await page.goto(`${app.url}/orders/${nodes[0]?.id}`)
      await page.getByRole('timer').waitFor()
    },
  },
  {
    name: 'ticket',
    open: async (page, app) => {
      const buyer = await aRegular(page, app)
      const { nodes } = await buyer.client.myOrders({ status: 'RESERVED' })
      await page.goto(`${app.url}/orders/${nodes[0]?.id}`)
      await page.getByRole('article', { name: 'Ticket' }).waitFor()
    },
  },
  {
    name: 'order-let-go',
    open: async (page, app) => {
      const buyer = await aRegular(page, app)
      const { nodes } = await buyer.client.myOrders({ status: 'CANCELLED' })
      await page.goto(`${app.url}/orders/${nodes[0]?.id}`)
      await page.getByRole('heading', { name: 'What happened' }).waitFor()
    },
  },
  {
    name: 'account',
    open: async (page, app) => {
      const buyer = await aBuyer(app, 'Ada')
      await buyer.signIn(page.context())
      await page.goto(`${app.url}/account`)
      await page.getByText('This browser').waitFor()
    },
  },
  {
    name: 'office-dashboard',
    open: async (page, app) => {
      const { id, holdSome } = await busyScreening(app)
      await signInAsAdmin(page, app)
      await holdSome()
      await page.goto(`${app.url}/office/screenings/${id}/dashboard`)
      await page.getByText('Live', { exact: true }).waitFor()
      await page.getByRole('img', { name: /^How full\?/ }).waitFor()
    },
  },
  {
    name: 'office-charts',
    open: async (page, app) => {
      const { id, holdSome } = await busyScreening(app)
      await signInAsAdmin(page, app)
      await holdSome()
      await page.goto(`${app.url}/office/screenings/${id}/dashboard`)
      await page.getByRole('img', { name: /^How full\?/ }).waitFor()
      await page.getByRole('group', { name: 'How far back the charts look' }).evaluate((element) => element.scrollIntoView({ block: 'start' }))
      await page.getByRole('img', { name: /^How full\?/ }).hover()
    },
  },
  {
    name: 'office-overview',
    open: async (page, app) => {
      await busyScreening(app)
      await signInAsAdmin(page, app)
      await page.goto(`${app.url}/office/dashboard?sort=revenue`)
      await page.getByRole('table', { name: 'Screenings and their sales' }).waitFor()
    },
  },
  {
    name: 'office-seat-history',
    open: async (page, app) => {
      const { id, seat } = await busyScreening(app)
      await signInAsAdmin(page, app)
      await page.goto(`${app.url}/office/screenings/${id}/history?seat=${seat}`)
      await page.getByText('Live', { exact: true }).waitFor()
      await page.getByRole('list', { name: `Who held ${seat}` }).waitFor()
    },
  },
  {
    name: 'office-screenings',
    open: async (page, app) => {
      await signInAsAdmin(page, app)
      await page.goto(`${app.url}/office`)
      await page.getByRole('table').first().waitFor()
    },
  },
  {
    name: 'office-schedule',
    open: async (page, app) => {
      await signInAsAdmin(page, app)
      await page.goto(`${app.url}/office/screenings/new`)
      await page.getByRole('combobox', { name: 'Film' }).fill('caligari')
      await page.getByRole('option', { name: /^The Cabinet/ }).click()
      await page.getByLabel('Auditorium').selectOption({ label: 'Balcony, 125 seats' })
      await page.getByLabel('Day', { exact: true }).fill(tomorrow())
      await page.getByLabel('Start').fill('20:30')
      await page.getByRole('complementary').getByText('yours').waitFor()
      await page.getByLabel('premium').and(page.locator('[value="14.50"]')).waitFor()
      await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'office-seats',
    open: async (page, app) => {
      await signInAsAdmin(page, app)
      await page.goto(`${app.url}/office`)
      const row = page.getByRole('row').filter({ hasText: 'Balcony' }).nth(2)
      await row.getByRole('link', { name: /^Seats of/ }).click()
      await page.getByText('Live', { exact: true }).waitFor()
      // Guests have booked where they liked.
      const free = await page.locator('g[data-state="free"]').evaluateAll((seats) => seats.slice(2, 5).map((seat) => seat.getAttribute('data-label')))
      for (const label of free) await page.locator(`[data-label="${label}"]`).click()
      await page.getByRole('button', { name: /^Block/ }).waitFor()
      await page.mouse.move(0, 0)
    },
  },
  {
    name: 'office-auditoriums',
    open: async (page, app) => {
      await signInAsAdmin(page, app)
      await page.goto(`${app.url}/office/auditoriums`)
      await page.getByRole('img', { name: /^Seats of Studio/ }).waitFor()
    },
  },
  {
    name: 'office-builder',
    open: async (page, app) => {
      await signInAsAdmin(page, app)
      await page.goto(`${app.url}/office/auditoriums`)
      await page.getByRole('link', { name: 'Build one like Balcony' }).click()
      await page.getByText('125 seats').waitFor()
      await page.getByLabel('Name', { exact: true }).fill('Upper Balcony')
      await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded()
      await page.mouse.move(0, 0)
    },
  },
]

const regulars = new WeakMap<App, Promise<Buyer>>()

/** Somebody who comes often: with something held, some booked, and some that they let go. This browser is theirs. */
async function aRegular(page: Page, app: App): Promise<Buyer> {
  const known = regulars.get(app) ?? whoComesOften(app)
  regulars.set(app, known)
  const buyer = await known
  const { nodes: held } = await buyer.client.myOrders({ status: 'LOCKED' })
  for (const { id } of held) await buyer.client.extendOrder({ orderId: id })
  await buyer.signIn(page.context())
  return buyer
}

async function whoComesOften(app: App): Promise<Buyer> {
  const [buyer, hall, studio] = await Promise.all([aBuyer(app, 'Ada'), screeningsIn(app, 'Grand Hall'), screeningsIn(app, 'Studio')])
  const [soon = '', later = ''] = hall
  const dropped = await buyer.hold(later, 2)
  await buyer.client.cancelOrder({ orderId: dropped.id })
  await buyer.book(studio.at(-1) ?? '', 2)
  await buyer.book(soon, 3)
  await buyer.hold(hall.at(-1) ?? '', 2)
  return buyer
}
