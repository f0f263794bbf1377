import type { Identity } from '@mov-ticket/service-kit'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Answered, Ask } from './running-orders.js'
import { ticket } from './stand-in-tickets.js'

const fields = `
  id status version createdAt expiresAt remainingSeconds user { id } screening { id } tickets { id } total { amount currency }
  refusal { code message tickets { id } } history { at status note }
`
const result = `
  __typename
  ... on OrderAccepted { order { ${fields} } }
  ... on OrderRefused { refusal { code message tickets { id } } refusedOrder: order { ${fields} } }
`

const orderShape = z.object({
  id: z.string(),
  status: z.string(),
  version: z.number(),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  remainingSeconds: z.number().nullable(),
  user: z.object({ id: z.string() }),
  screening: z.object({ id: z.string() }),
  tickets: z.array(z.object({ id: z.string() })),
  total: z.object({ amount: z.number(), currency: z.string() }).nullable(),
  refusal: z.object({ code: z.string(), message: z.string(), tickets: z.array(z.object({ id: z.string() })) }).nullable(),
  history: z.array(z.object({ at: z.string(), status: z.string(), note: z.string().nullable() })),
})

const resultShape = z.object({
  __typename: z.string(),
  order: orderShape.optional(),
  refusedOrder: orderShape.nullish(),
  refusal: z.object({ code: z.string(), message: z.string(), tickets: z.array(z.object({ id: z.string() })) }).optional(),
})

export type OrderSeen = z.infer<typeof orderShape>
/** What a mutation gave: a result, or the codes of its errors. */
export interface Outcome {
  readonly typename: string | null
  readonly order: OrderSeen | null
  readonly refusal: string | null
  readonly refusedTickets: readonly string[]
  readonly codes: readonly unknown[]
  /** What is wrong with which field. */
  readonly fields: object | null
}

function outcomeOf(answered: Answered, field: string): Outcome {
  const given = answered.data?.[field]
  const codes = answered.codes
  const wrong = z.object({}).loose().nullish().parse(answered.errors[0]?.extensions['fields']) ?? null
  if (given === undefined || given === null) return { typename: null, order: null, refusal: null, refusedTickets: [], codes, fields: wrong }
  const { __typename, order, refusedOrder, refusal } = resultShape.parse(given)
  return {
    typename: __typename,
    order: order ?? refusedOrder ?? null,
    refusal: refusal?.code ?? null,
    refusedTickets: refusal?.tickets.map(({ id }) => id) ?? [],
    codes,
    fields: wrong,
  }
}

export async function createOrder(ask: Ask, as: Identity, screeningId: string, seats: readonly string[], key: string = randomUUID()): Promise<Outcome> {
  const input = { screeningId, ticketIds: seats.map((label) => ticket(screeningId, label)), idempotencyKey: key }
  return create(ask, as, input)
}

/** With an input that need not make sense. */
export async function create(ask: Ask, as: Identity, input: Record<string, unknown>): Promise<Outcome> {
  const query = `mutation ($input: CreateOrderInput!) { createOrder(input: $input) { ${result} } }`
  return outcomeOf(await ask(query, { input }, as), 'createOrder')
}

export async function createBestOrder(ask: Ask, as: Identity, input: Record<string, unknown>): Promise<Outcome> {
  const query = `mutation ($input: CreateBestOrderInput!) { createBestOrder(input: $input) { ${result} } }`
  return outcomeOf(await ask(query, { input }, as), 'createBestOrder')
}

export async function reserveOrder(ask: Ask, as: Identity, orderId: string, key: string = randomUUID()): Promise<Outcome> {
  const query = `mutation ($orderId: ID!, $key: String!) { reserveOrder(orderId: $orderId, idempotencyKey: $key) { ${result} } }`
  return outcomeOf(await ask(query, { orderId, key }, as), 'reserveOrder')
}

export async function cancelOrder(ask: Ask, as: Identity, orderId: string): Promise<Outcome> {
  const query = `mutation ($orderId: ID!) { cancelOrder(orderId: $orderId) { ${result} } }`
  return outcomeOf(await ask(query, { orderId }, as), 'cancelOrder')
}

export async function extendOrder(ask: Ask, as: Identity, orderId: string): Promise<Outcome> {
  const query = `mutation ($orderId: ID!) { extendOrder(orderId: $orderId) { ${result} } }`
  return outcomeOf(await ask(query, { orderId }, as), 'extendOrder')
}

export async function readOrder(ask: Ask, as: Identity, id: string): Promise<OrderSeen | null> {
  const { data } = await ask(`query ($id: ID!) { order(id: $id) { ${fields} } }`, { id }, as)
  return orderShape.nullable().parse(data?.['order'] ?? null)
}

/** The id of the order that a mutation gave; fails the spec where it gave none. */
export function idOf({ order }: Outcome): string {
  if (order === null) throw new Error('The mutation gave no order.')
  return order.id
}
