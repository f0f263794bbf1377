import { dateTimeScalar, forbidden, parseInput, requireUser } from '@mov-ticket/service-kit'
import type { Answer } from '../booking/answer.js'
import type { Changing } from '../booking/changing.js'
import type { PlaceOrder } from '../booking/placing.js'
import type { Resolvers, ResolversTypes } from '../generated/resolvers.js'
import type { OrderTrails } from '../store/order-trails.js'
import type { ScreeningCopies } from '../store/screening-copies.js'
import type { TicketHolds } from '../store/ticket-holds.js'
import { createBestOrderArguments, createOrderArguments, orderArguments, reserveOrderArguments } from './inputs.js'
import { maySee } from './may-see.js'
import { orderFields } from './order-fields.js'
import type { ListOrders } from './order-lists.js'
import { screeningActivity } from './screening-activity.js'
import { screeningSales } from './screening-sales.js'
import { ticketHistory } from './ticket-history.js'

export interface ResolverParts {
  readonly placeOrder: PlaceOrder
  readonly changing: Changing
  readonly listOrders: ListOrders
  readonly screenings: ScreeningCopies
  readonly holds: TicketHolds
  readonly trails: OrderTrails
  readonly now: () => Date
}

export function createResolvers({ placeOrder, changing, listOrders, screenings, holds, trails, now }: ResolverParts): Resolvers {
  const { Query: historyQueries, ...historyTypes } = ticketHistory({ holds, screenings })
  return {
    DateTime: dateTimeScalar,
    Query: {
      async order(_parent, { id }, { caller, orders }) {
        requireUser(caller)
        const stored = await orders.load(id)
        return stored !== null && maySee(caller, stored.order.buyerId) ? stored : null
      },
      myOrders: (_parent, args, { caller }) => listOrders(requireUser(caller).userId, args),
      ...historyQueries,
      ...screeningActivity({ trails, screenings, now }).Query,
    },
    ...historyTypes,
    ...screeningSales(screenings),
    Mutation: {
      async createOrder(_parent, args, { caller }) {
        const buyerId = requireUser(caller).userId
        const { screeningId, ticketIds, idempotencyKey } = parseInput(createOrderArguments, args).input
        const seats = { kind: 'TICKETS', ticketIds } as const
        return resultOf(await placeOrder({ buyerId, mutation: 'createOrder', screeningId, idempotencyKey, seats }))
      },
      async createBestOrder(_parent, args, { caller }) {
        const buyerId = requireUser(caller).userId
        const { screeningId, count, kind, idempotencyKey } = parseInput(createBestOrderArguments, args).input
        const seats = { kind: 'BEST', count, seatKind: kind } as const
        return resultOf(await placeOrder({ buyerId, mutation: 'createBestOrder', screeningId, idempotencyKey, seats }))
      },
      async reserveOrder(_parent, args, { caller }) {
        const buyerId = requireUser(caller).userId
        const { orderId, idempotencyKey } = parseInput(reserveOrderArguments, args)
        return resultOf(await changing.reserve(buyerId, orderId, idempotencyKey))
      },
      async cancelOrder(_parent, args, { caller }) {
        const buyerId = requireUser(caller).userId
        return resultOf(await changing.cancel(buyerId, parseInput(orderArguments, args).orderId))
      },
      async extendOrder(_parent, args, { caller }) {
        const buyerId = requireUser(caller).userId
        return resultOf(await changing.extend(buyerId, parseInput(orderArguments, args).orderId))
      },
    },
    User: {
      __resolveReference: ({ id }) => ({ id }),
      orders(user, args, { caller }) {
        requireUser(caller)
        if (!maySee(caller, user.id)) throw forbidden()
        return listOrders(user.id, args)
      },
    },
    Order: orderFields(now),
    OrderRefusal: {
      tickets: ({ ticketIds }) => ticketIds.map((id) => ({ id })),
    },
  }
}

function resultOf({ refusal, order }: Answer): Awaited<ResolversTypes['OrderResult']> {
  return refusal === null ? { __typename: 'OrderAccepted', order } : { __typename: 'OrderRefused', refusal, order }
}
