import { startHealth, waitFor } from '@mov-ticket/service-kit'
import type { Logger, Shutdown } from '@mov-ticket/service-kit'
import { connectBroker, connectRedis } from '@mov-ticket/shared-events'
import { createAnnouncer } from './announcer.js'
import { createDeadlines } from './deadlines.js'
import { createLockInquiry } from './lock-inquiry.js'
import { whenSeatsLockExtendedMoveDeadline } from './when-seats-lock-extended-move-deadline.js'
import { whenSeatsLockedSetDeadline } from './when-seats-locked-set-deadline.js'
import { whenSeatsRefusedDropDeadline } from './when-seats-refused-drop-deadline.js'
import { whenSeatsReleasedDropDeadline } from './when-seats-released-drop-deadline.js'
import { whenSeatsReservedDropDeadline } from './when-seats-reserved-drop-deadline.js'

const PREFETCH = 300

export interface ExpirationOptions {
  readonly namespace: string
  readonly rabbitmqUrl: string
  readonly redisUrl: string
  readonly host: string
  readonly port: number
  readonly now: () => Date
  readonly logger: Logger
  readonly shutdown: Shutdown
}

/** Builds and wires the parts; resolves when deadlines are being kept. */
export async function startExpiration(options: ExpirationOptions): Promise<{ readonly port: number }> {
  const { namespace, rabbitmqUrl, redisUrl, host, port, now, logger, shutdown } = options

  const redis = connectRedis({ url: redisUrl, name: `${namespace}:expiration`, logger })
  shutdown.onStop('Redis', () => redis.disconnect())
  const broker = connectBroker({ url: rabbitmqUrl, namespace, service: 'expiration', logger })
  shutdown.onStop('RabbitMQ', () => broker.stop())

  const health = await startHealth({
    host,
    port,
    logger,
    readiness: { rabbitmq: () => broker.ready(), redis: async () => void (await redis.ping()) },
  })
  shutdown.onStop('health', () => health.stop())

  const deadlines = createDeadlines(redis, namespace)
  const announcer = createAnnouncer({ deadlines, publish: (event) => broker.publish(event), now, logger })
  const inquiry = createLockInquiry({ redis, namespace, publish: (event) => broker.publish(event), now, logger })
  const reactions = { deadlines, announcer, now }

  const consumer = await broker.consume('expiration.deadlines', {
    'seats.locked': whenSeatsLockedSetDeadline(reactions),
    'seats.lock-extended': whenSeatsLockExtendedMoveDeadline(reactions),
    'seats.reserved': whenSeatsReservedDropDeadline(reactions),
    'seats.released': whenSeatsReleasedDropDeadline(reactions),
    'seats.refused': whenSeatsRefusedDropDeadline(reactions),
  }, { prefetch: PREFETCH })
  await waitFor('Redis', () => redis.ping(), logger)
  announcer.start()
  shutdown.onStop('announcing', () => announcer.stop())
  inquiry.start()
  shutdown.onStop('asking', () => inquiry.stop())
  shutdown.onStop('consuming', () => consumer.stop())
  return { port: health.port }
}
