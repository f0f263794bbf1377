import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { connectMongo, pingMongo, startSubgraph } from '@mov-ticket/service-kit'
import type { Logger, Shutdown } from '@mov-ticket/service-kit'
import { connectBroker, createDoorbell, createOutboxRelay, orderChannel } from '@mov-ticket/shared-events'
import DataLoader from 'dataloader'
import { createAnnouncements } from './booking/announcements.js'
import { createAsker } from './booking/asker.js'
import { createChanging } from './booking/changing.js'
import { createOrderBook } from './booking/order-book.js'
import { startOrderWatch } from './booking/order-watch.js'
import { createPlacing } from './booking/placing.js'
import type { Context } from './graph/context.js'
import { createOrderLists } from './graph/order-lists.js'
import { createResolvers } from './graph/resolvers.js'
import { unlessDatabaseIsAway } from './not-now.js'
import { orderOutboxOn } from './store/order-outbox.js'
import { openOrderStore } from './store/order-store.js'
import { orderTrailsOn } from './store/order-trails.js'
import { screeningCopiesOn } from './store/screening-copies.js'
import { salesOn } from './store/screening-sales.js'
import { ticketHoldsOn } from './store/ticket-holds.js'
import { whenExtensionRefusedAnswerBuyer } from './when-extension-refused-answer-buyer.js'
import { whenReservationRefusedAnswerBuyer } from './when-reservation-refused-answer-buyer.js'
import { whenScreeningCancelledMarkCopy } from './when-screening-cancelled-mark-copy.js'
import { whenScreeningScheduledKeepCopy } from './when-screening-scheduled-keep-copy.js'
import { whenSeatsLockExtendedMoveDeadline } from './when-seats-lock-extended-move-deadline.js'
import { whenSeatsLockedAcceptOrder } from './when-seats-locked-accept-order.js'
import { whenSeatsRefusedRejectOrEndOrder } from './when-seats-refused-reject-or-end-order.js'
import { whenSeatsReleasedEndOrder } from './when-seats-released-end-order.js'
import { whenSeatsReservedCompleteOrder } from './when-seats-reserved-complete-order.js'

/** As many screenings as a page has. */
const SALES_AT_ONCE = 100

export interface OrdersOptions {
  readonly namespace: string
  readonly mongodbUrl: string
  readonly rabbitmqUrl: string
  readonly redisUrl: string
  readonly host: string
  readonly port: number
  readonly secret: string
  /** How long a mutation waits for the outcome, in ms. */
  readonly waitMs: number
  readonly now: () => Date
  readonly logger: Logger
  readonly shutdown: Shutdown
}

/** Builds and wires the parts; resolves when orders are taken. Each part is stopped before what it needs. */
export async function startOrders(options: OrdersOptions): Promise<{ readonly port: number }> {
  const { namespace, now, logger, shutdown } = options

  const connection = await connectMongo({ url: options.mongodbUrl, database: `${namespace}-orders`, logger })
  shutdown.onStop('MongoDB', () => connection.close())
  const doorbell = createDoorbell({ redisUrl: options.redisUrl, namespace, logger })
  shutdown.onStop('doorbell', () => doorbell.stop())
  const broker = connectBroker({ url: options.rabbitmqUrl, namespace, service: 'orders', logger })
  shutdown.onStop('RabbitMQ', () => broker.stop())

  const store = await openOrderStore(connection)
  const screenings = screeningCopiesOn(connection, broker)
  const watch = await startOrderWatch({ doorbell, read: (orderId) => store.find(orderId) })
  shutdown.onStop('waiting', () => watch.stop())
  const relay = createOutboxRelay({
    publish: (event) => broker.publish(event),
    store: orderOutboxOn(connection),
    ring: (orderId, version) => doorbell.ring(orderChannel(orderId), version),
    logger,
  })
  relay.start()
  shutdown.onStop('publishing', () => relay.stop())
  const book = createOrderBook({ store, relay, doorbell, written: (stored) => watch.saw(stored), now })
  const asker = createAsker({ store, book, logger, now })
  asker.start()
  shutdown.onStop('asking', () => asker.stop())

  const hear = unlessDatabaseIsAway(createAnnouncements({ book, publish: (event) => broker.publish(event), logger, now, newId: randomUUID }))
  const outcomes = await broker.consume('orders.outcomes', {
    'seats.locked': whenSeatsLockedAcceptOrder(hear),
    'seats.refused': whenSeatsRefusedRejectOrEndOrder(hear),
    'seats.reserved': whenSeatsReservedCompleteOrder(hear),
    'seats.released': whenSeatsReleasedEndOrder(hear),
    'seats.lock-extended': whenSeatsLockExtendedMoveDeadline(hear),
    'reservation.refused': whenReservationRefusedAnswerBuyer(hear),
    'extension.refused': whenExtensionRefusedAnswerBuyer(hear),
  })
  shutdown.onStop('hearing of outcomes', () => outcomes.stop())
  const copies = await broker.consume('orders.screenings', {
    'screening.scheduled': unlessDatabaseIsAway(whenScreeningScheduledKeepCopy(screenings)),
    'screening.cancelled': unlessDatabaseIsAway(whenScreeningCancelledMarkCopy(screenings)),
  })
  shutdown.onStop('hearing of screenings', () => copies.stop())

  const readSales = salesOn(connection)
  const subgraph = await startSubgraph<Context>({
    name: 'orders',
    typeDefs: await readFile(new URL('../schema.graphql', import.meta.url), 'utf8'),
    resolvers: createResolvers({
      placeOrder: createPlacing({ book, store, screenings, watch, waitMs: options.waitMs, now }),
      changing: createChanging({ book, store, watch, waitMs: options.waitMs, now, newId: randomUUID }),
      listOrders: createOrderLists(store),
      screenings,
      holds: ticketHoldsOn(connection),
      trails: orderTrailsOn(connection),
      now,
    }),
    host: options.host,
    port: options.port,
    secret: options.secret,
    logger,
    readiness: { mongodb: () => pingMongo(connection), rabbitmq: () => broker.ready(), redis: () => doorbell.ready() },
    context: (caller) => ({
      caller,
      orders: new DataLoader((ids) => store.findMany(ids)),
      sales: new DataLoader(readSales, { maxBatchSize: SALES_AT_ONCE }),
    }),
  })
  shutdown.onStop('answering', () => subgraph.stop())
  return { port: subgraph.port }
}
