import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { connectMongo, pingMongo, startSubgraph, waitFor, type Logger, type Shutdown } from '@mov-ticket/service-kit'
import { connectBroker, createDoorbell, createOutboxRelay, screeningChannel, screeningQueues } from '@mov-ticket/shared-events'
import { answerScreening } from './answer-screening.js'
import { createCommitter } from './committer/committer.js'
import { knownScreenings } from './committer/known-screenings.js'
import type { Environment } from './environment.js'
import { createContext } from './graph/context.js'
import { createResolvers } from './graph/resolvers.js'
import { submitOrFail } from './graph/submit.js'
import { openScreening } from './open-screening.js'
import { releaseOverdueLocks } from './release-overdue-locks.js'
import { openStores } from './store/open-stores.js'
import { whenLockExpiredReleaseSeats } from './when-lock-expired-release-seats.js'
import { whenLocksRequestedAnnounceLocks } from './when-locks-requested-announce-locks.js'
import { whenOrderCancellationRequestedReleaseSeats } from './when-order-cancellation-requested-release-seats.js'
import { whenOrderCreatedLockSeats } from './when-order-created-lock-seats.js'
import { whenOrderExtensionRequestedExtendLock } from './when-order-extension-requested-extend-lock.js'
import { whenOrderOutcomeRequestedAnswer } from './when-order-outcome-requested-answer.js'
import { whenOrderReservationRequestedReserveSeats } from './when-order-reservation-requested-reserve-seats.js'

/** Messages of one partition that are decided together at most. */
const PREFETCH = 300

export interface Parts {
  readonly logger: Logger
  readonly shutdown: Shutdown
  readonly now: () => Date
}

/** Builds and wires the parts; resolves when the subgraph is ready. What is stopped first is at the end. */
export async function startTickets(environment: Environment, { logger, shutdown, now }: Parts): Promise<{ port: number }> {
  const { NAMESPACE: namespace, MONGODB_URL, RABBITMQ_URL, REDIS_URL } = environment
  const mongo = await connectMongo({ url: MONGODB_URL, database: `${namespace}-tickets`, logger })
  shutdown.onStop('MongoDB', () => mongo.close())
  const { movies, auditoriumStore, auditoriums, screenings, views, outbox } = await waitFor('indexes', () => openStores(mongo), logger)

  const broker = connectBroker({ url: RABBITMQ_URL, namespace, service: 'tickets', logger })
  shutdown.onStop('RabbitMQ', () => broker.stop())
  const doorbell = createDoorbell({ redisUrl: REDIS_URL, namespace, logger })
  shutdown.onStop('doorbell', () => doorbell.stop())
  const relay = createOutboxRelay({
    publish: (event) => broker.publish(event),
    ring: (id, version) => doorbell.ring(screeningChannel(id), version),
    store: outbox, logger,
  })
  relay.start()
  shutdown.onStop('outbox', () => relay.stop())

  const committer = createCommitter({
    store: screenings, known: knownScreenings(screenings, auditoriums), relay, doorbell,
    publish: (event) => broker.publish(event), now, logger,
  })
  shutdown.onStop('committer', () => committer.idle())
  const overdue = releaseOverdueLocks({ store: screenings, committer, now, logger })
  shutdown.onStop('overdue locks', () => overdue.stop())

  const typeDefs = await readFile(new URL('../schema.graphql', import.meta.url), 'utf8')
  const open = openScreening({ store: screenings, relay, doorbell, now })
  const subgraph = await startSubgraph({
    name: 'tickets', typeDefs, logger, host: environment.HOST, port: environment.PORT, secret: environment.IDENTITY_SECRET,
    resolvers: createResolvers({ movies, auditoriums: auditoriumStore, open, submit: submitOrFail(committer), newId: randomUUID }),
    readiness: { mongodb: () => pingMongo(mongo), rabbitmq: () => broker.ready(), redis: () => doorbell.ready() },
    context: (caller) => createContext({ movies, auditoriums, views }, caller, now()),
  })
  shutdown.onStop('subgraph', () => subgraph.stop())

  const answering = await broker.answer('tickets.screening', answerScreening(views, auditoriums))
  shutdown.onStop('answers', () => answering.stop())
  const commands = {
    'order.created': whenOrderCreatedLockSeats(committer),
    'order.reservation-requested': whenOrderReservationRequestedReserveSeats(committer),
    'order.cancellation-requested': whenOrderCancellationRequestedReleaseSeats(committer),
    'order.extension-requested': whenOrderExtensionRequestedExtendLock(committer),
    'order.outcome-requested': whenOrderOutcomeRequestedAnswer(committer),
    'lock.expired': whenLockExpiredReleaseSeats(committer),
  }
  const announceLocks = { 'locks.requested': whenLocksRequestedAnnounceLocks(screenings, committer) }
  const consumers = await Promise.all([
    ...screeningQueues.map((queue) => broker.consume(queue, commands, { prefetch: PREFETCH })),
    broker.consume('tickets.locks-requested', announceLocks, { prefetch: 1 }),
  ])
  shutdown.onStop('consumers', () => Promise.all(consumers.map((consumer) => consumer.stop())))
  return { port: subgraph.port }
}
