import type { Account } from './accounts.js'
import type { Client } from './client.js'
import { eventually } from './eventually.js'
import { type Order, readMyOrders } from './orders.js'

export interface HeldTicket {
  readonly id: string
  readonly status: 'AVAILABLE' | 'LOCKED' | 'RESERVED' | 'BLOCKED'
  readonly order: { id: string } | null
}

/**
 * Everything in which tickets and orders differ about these screenings: tickets as an admin sees them, orders as their
 * buyers do. Empty when all is well and nothing is on its way any more.
 */
export async function disagreements(
  admin: Client,
  buyers: readonly Account[],
  screeningIds: readonly string[],
): Promise<string[]> {
  const [tickets, orders] = await Promise.all([ticketsOf(admin, screeningIds), ordersOf(buyers, screeningIds)])
  return compare(tickets, orders)
}

/** Waits until tickets and orders agree, and gives every order; what they last differed in is in the error. */
export async function agreement(
  admin: Client,
  buyers: readonly Account[],
  screeningIds: readonly string[],
  withinMs = 30_000,
): Promise<Order[]> {
  await eventually(
    () => disagreements(admin, buyers, screeningIds),
    (found) => found.length === 0,
    { withinMs, everyMs: 250 },
  )
  return ordersOf(buyers, screeningIds)
}

export function compare(tickets: readonly HeldTicket[], orders: readonly Order[]): string[] {
  const byId = new Map(orders.map((order) => [order.id, order]))
  const held = new Map<string, string>()
  const found: string[] = []
  for (const order of orders) {
    if (order.status === 'PENDING') found.push(`order ${order.id} is still PENDING`)
    if (!holds(order)) continue
    for (const { id } of order.tickets) {
      const other = held.get(id)
      if (other !== undefined) found.push(`ticket ${id} is in two orders, ${other} and ${order.id}`)
      held.set(id, order.id)
    }
  }
  for (const ticket of tickets) {
    const holder = held.get(ticket.id)
    if (ticket.status === 'AVAILABLE' || ticket.status === 'BLOCKED') {
      if (holder !== undefined) found.push(`ticket ${ticket.id} is ${ticket.status}, but order ${holder} holds it`)
    } else if (ticket.order === null) {
      found.push(`ticket ${ticket.id} is ${ticket.status} for nobody`)
    } else if (holder !== ticket.order.id) {
      found.push(
        `ticket ${ticket.id} is ${ticket.status} for order ${ticket.order.id}, which is ${byId.get(ticket.order.id)?.status ?? 'unknown'}`,
      )
    } else if (byId.get(holder)?.status !== ticket.status) {
      found.push(
        `ticket ${ticket.id} is ${ticket.status}, its order ${holder} is ${byId.get(holder)?.status ?? 'unknown'}`,
      )
    }
  }
  return found
}

function holds({ status }: Order): boolean {
  return status === 'LOCKED' || status === 'RESERVED'
}

/** Who holds what in one screening, as an admin sees it. */
export async function readHolders(admin: Client, screeningId: string): Promise<HeldTicket[]> {
  const { seatMap } = await admin.ask<{ seatMap: { tickets: HeldTicket[] } }>(
    'query ($id: ID!) { seatMap(screeningId: $id) { tickets { id status order { id } } } }',
    { id: screeningId },
  )
  return seatMap.tickets
}

async function ticketsOf(admin: Client, screeningIds: readonly string[]): Promise<HeldTicket[]> {
  return (await Promise.all(screeningIds.map(async (id) => readHolders(admin, id)))).flat()
}

async function ordersOf(buyers: readonly Account[], screeningIds: readonly string[]): Promise<Order[]> {
  const orders = (await Promise.all(buyers.map((buyer) => readMyOrders(buyer)))).flat()
  return orders.filter(({ screening }) => screeningIds.includes(screening.id))
}
