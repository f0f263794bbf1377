import { setTimeout as delay } from 'node:timers/promises'
import { type Account, signUp } from './accounts.js'
import { accepted, createOrder, readMyOrders, reserveOrder } from './orders.js'
import type { TestPlatform } from './platform.js'
import { readTickets, schedule, scheduleIn, type Screening } from './screenings.js'

/** What bad input is tried on; nothing of it may change. */
export interface World {
  readonly admin: Account
  readonly buyer: Account
  readonly stranger: Account
  /** On sale, at most 4 tickets an order; the buyer has the first ticket locked and the second reserved. */
  readonly screening: Screening
  readonly elsewhere: Screening
  readonly past: Screening
  readonly cancelled: Screening
  readonly lockedOrderId: string
  /** The key with which that order was made, for that one ticket. */
  readonly usedKey: string
}

export async function createWorld({ url, admin }: TestPlatform): Promise<World> {
  const startsAt = new Date(Date.now() + 2_000)
  const [buyer, stranger, screening] = await Promise.all([
    signUp(url, 'buyer'),
    signUp(url, 'stranger'),
    schedule(admin, { rows: 10, seatsPerRow: 12, maxTicketsPerOrder: 4, lockSeconds: 3_600 }),
  ])
  const past = await scheduleIn(admin, screening, { startsAt })
  const [elsewhere, cancelled] = await Promise.all([scheduleIn(admin, screening), scheduleIn(admin, screening)])
  await admin.ask('mutation ($id: ID!) { cancelScreening(id: $id) { id } }', { id: cancelled.id })
  const usedKey = 'used before'
  const locked = accepted(await createOrder(buyer, screening.id, screening.ticketIds.slice(0, 1), usedKey))
  const reserved = accepted(await createOrder(buyer, screening.id, screening.ticketIds.slice(1, 2)))
  accepted(await reserveOrder(buyer, reserved.id))
  await delay(Math.max(0, startsAt.getTime() - Date.now()))
  return { admin, buyer, stranger, screening, elsewhere, past, cancelled, lockedOrderId: locked.id, usedKey }
}

/** All that could have changed, as one value. A rejected order is a trace that is meant to stay. */
export async function fingerprint({
  admin,
  buyer,
  stranger,
  screening,
  elsewhere,
  past,
  cancelled,
}: World): Promise<unknown> {
  const maps = [screening, elsewhere, past, cancelled].map(async ({ id }) => readTickets(admin, id))
  const counts = admin.ask('{ movies { totalCount } screenings(from: "2000-01-01T00:00:00.000Z") { totalCount } }')
  const accounts = [buyer, stranger, admin].map(async (account) =>
    account.ask('{ me { id email name role sessions { id } } }'),
  )
  const orders = [buyer, stranger].map(async (account) =>
    (await readMyOrders(account)).filter(({ status }) => status !== 'REJECTED'),
  )
  const [tickets, known, people, lists] = await Promise.all([
    Promise.all(maps),
    counts,
    Promise.all(accounts),
    Promise.all(orders),
  ])
  return {
    tickets,
    known,
    people,
    orders: lists.map((list) => list.map((order) => ({ ...order, remainingSeconds: null }))),
  }
}
