import { connectionOf, decodeCursor, pageSize } from '@mov-ticket/service-kit'
import { z } from 'zod'
import type { OrderStatus } from '../order/order.js'
import type { OrderStore, Position } from '../store/order-store.js'
import type { StoredOrder } from '../store/stored-order.js'

export interface ListArguments {
  readonly status?: OrderStatus | null | undefined
  readonly first?: number | null | undefined
  readonly after?: string | null | undefined
}

/** A page of orders, as the resolvers' types want it: with arrays that may be written to. */
export interface OrderPage {
  edges: { cursor: string; node: StoredOrder }[]
  nodes: StoredOrder[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
  totalCount: number
}

/** A page of a buyer's orders, newest first. */
export type ListOrders = (buyerId: string, args: ListArguments) => Promise<OrderPage>

const DEFAULT_PAGE = 20
const position: z.ZodType<Position> = z
  .tuple([z.number(), z.string()])
  .transform(([createdAt, id]) => ({ createdAt: new Date(createdAt), id }))

export function createOrderLists(store: OrderStore): ListOrders {
  return async (buyerId, args) => {
    const first = pageSize(args.first ?? DEFAULT_PAGE)
    const after = decodeCursor(args.after, position)
    const status = args.status ?? null
    const [found, totalCount] = await Promise.all([
      store.listOf(buyerId, { status, after, limit: first + 1 }),
      store.countOf(buyerId, status),
    ])
    const page = connectionOf({ found, first, totalCount, positionOf })
    return { ...page, edges: [...page.edges], nodes: [...page.nodes] }
  }
}

function positionOf({ order }: StoredOrder): [number, string] {
  return [order.createdAt.getTime(), order.id]
}
