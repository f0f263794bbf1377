import { createLogger, createShutdown } from '@mov-ticket/service-kit'
import { readOwnEnvironment } from './environment.js'
import { startOrders } from './start-orders.js'

const environment = readOwnEnvironment()
const logger = createLogger({ service: 'orders', level: environment.LOG_LEVEL })
const shutdown = createShutdown({ logger })
shutdown.listen()

const { port } = await startOrders({
  namespace: environment.NAMESPACE,
  mongodbUrl: environment.MONGODB_URL,
  rabbitmqUrl: environment.RABBITMQ_URL,
  redisUrl: environment.REDIS_URL,
  secret: environment.IDENTITY_SECRET,
  host: environment.HOST,
  port: environment.PORT,
  waitMs: environment.ORDER_WAIT_MS,
  now: () => new Date(),
  logger,
  shutdown,
})
logger.info({ port }, 'ready')
