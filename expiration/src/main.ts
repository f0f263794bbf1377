import { createLogger, createShutdown } from '@mov-ticket/service-kit'
import { readOwnEnvironment } from './environment.js'
import { startExpiration } from './start-expiration.js'

const environment = readOwnEnvironment()
const logger = createLogger({ service: 'expiration', level: environment.LOG_LEVEL })
const shutdown = createShutdown({ logger })
shutdown.listen()

const { port } = await startExpiration({
  namespace: environment.NAMESPACE,
  rabbitmqUrl: environment.RABBITMQ_URL,
  redisUrl: environment.REDIS_URL,
  host: environment.HOST,
  port: environment.PORT,
  now: () => new Date(),
  logger,
  shutdown,
})
logger.info({ port }, 'ready')
