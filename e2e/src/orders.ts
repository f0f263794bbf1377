import { randomUUID } from 'node:crypto'
import type { Client } from './client.js'

export type OrderStatus = 'PENDING' | 'LOCKED' | 'RESERVED' | 'REJECTED' | 'CANCELLED' | 'EXPIRED'

export interface Refusal {
  readonly code: string
  readonly message: string
  readonly tickets: readonly { id: string }[]
}

export interface Order {
  readonly id: string
  readonly status: OrderStatus
  readonly screening: { id: string }
  readonly tickets: readonly { id: string }[]
  readonly total: { amount: number; currency: string } | null
  readonly createdAt: string
  readonly expiresAt: string | null
  readonly remainingSeconds: number | null
  readonly version: number
  readonly refusal: Refusal | null
  readonly history: readonly { at: string; status: OrderStatus; note: string | null }[]
}

export type OrderResult =
  | { readonly __typename: 'OrderAccepted'; readonly order: Order }
  | { readonly __typename: 'OrderRefused'; readonly order: Order | null; readonly refusal: Refusal }

// Ids of tickets need no look at tickets: all of this is answered by orders alone.
const orderFields = `
  fragment OrderFields on Order {
    id status version createdAt expiresAt remainingSeconds
    screening { id }
    tickets { id }
    total { amount currency }
    refusal { code message tickets { id } }
    history { at status note }
  }`
// An alias, because "Order!" and "Order" can't be read under one name.
const resultFields = `
  __typename
  ... on OrderAccepted { order { ...OrderFields } }
  ... on OrderRefused { refusal { code message tickets { id } } refusedOrder: order { ...OrderFields } }`

/** A mutation whose one field gives an OrderResult. */
function changing(parameters: string, field: string): string {
  return `mutation (${parameters}) { result: ${field} { ${resultFields} } } ${orderFields}`
}

const createOrderText = changing('$input: CreateOrderInput!', 'createOrder(input: $input)')
const createBestOrderText = changing('$input: CreateBestOrderInput!', 'createBestOrder(input: $input)')
const reserveOrderText = changing('$id: ID!, $key: String!', 'reserveOrder(orderId: $id, idempotencyKey: $key)')
const cancelOrderText = changing('$id: ID!', 'cancelOrder(orderId: $id)')
const extendOrderText = changing('$id: ID!', 'extendOrder(orderId: $id)')
const orderText = `query Order($id: ID!) { order(id: $id) { ...OrderFields } } ${orderFields}`
const myOrdersText = `query MyOrders($status: OrderStatus, $after: String) {
  myOrders(status: $status, first: 100, after: $after) {
    nodes { ...OrderFields }
    pageInfo { hasNextPage endCursor }
  }
} ${orderFields}`

export async function createOrder(
  buyer: Client,
  screeningId: string,
  ticketIds: readonly string[],
  idempotencyKey: string = randomUUID(),
): Promise<OrderResult> {
  return result(buyer, createOrderText, { input: { screeningId, ticketIds, idempotencyKey } })
}

export async function createBestOrder(
  buyer: Client,
  screeningId: string,
  count: number,
  { kind, idempotencyKey = randomUUID() }: { kind?: string; idempotencyKey?: string } = {},
): Promise<OrderResult> {
  return result(buyer, createBestOrderText, { input: { screeningId, count, kind, idempotencyKey } })
}

export async function reserveOrder(buyer: Client, id: string, key: string = randomUUID()): Promise<OrderResult> {
  return result(buyer, reserveOrderText, { id, key })
}

export async function cancelOrder(buyer: Client, id: string): Promise<OrderResult> {
  return result(buyer, cancelOrderText, { id })
}

export async function extendOrder(buyer: Client, id: string): Promise<OrderResult> {
  return result(buyer, extendOrderText, { id })
}

export async function readOrder(client: Client, id: string): Promise<Order | null> {
  return (await client.ask<{ order: Order | null }>(orderText, { id })).order
}

export async function readMyOrders(buyer: Client, status?: OrderStatus): Promise<Order[]> {
  const orders: Order[] = []
  let after: string | null = null
  do {
    const { myOrders }: { myOrders: { nodes: Order[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } } =
      await buyer.ask(myOrdersText, { status, after })
    orders.push(...myOrders.nodes)
    after = myOrders.pageInfo.hasNextPage ? myOrders.pageInfo.endCursor : null
  } while (after !== null)
  return orders
}

/** The order of a result that must have been accepted. */
export function accepted(given: OrderResult): Order {
  if (given.__typename === 'OrderAccepted') return given.order
  throw new Error(`refused: ${given.refusal.code} ${given.refusal.message}`)
}

/** The refusal of a result that must have been refused. */
export function refused(given: OrderResult): Refusal {
  if (given.__typename === 'OrderRefused') return given.refusal
  throw new Error(`accepted: order ${given.order.id} is ${given.order.status}`)
}

type Given =
  | { readonly __typename: 'OrderAccepted'; readonly order: Order }
  | { readonly __typename: 'OrderRefused'; readonly refusedOrder: Order | null; readonly refusal: Refusal }

async function result(buyer: Client, text: string, variables: Record<string, unknown>): Promise<OrderResult> {
  const { result: given } = await buyer.ask<{ result: Given }>(text, variables)
  if (given.__typename === 'OrderAccepted') return given
  const { refusedOrder: order, refusal } = given
  return { __typename: 'OrderRefused', order, refusal }
}
