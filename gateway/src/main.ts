import { createLogger, createShutdown } from '@mov-ticket/service-kit'
import { readGatewayEnvironment } from './environment.js'
import { startGateway } from './gateway.js'

const environment = readGatewayEnvironment()
const logger = createLogger({ service: 'gateway', level: environment.LOG_LEVEL })
const shutdown = createShutdown({ logger })
shutdown.listen()
const gateway = await startGateway({ environment, logger, shutdown })
const { port } = gateway
logger.info({ port }, 'listening')
await gateway.untilReady()
logger.info({ port }, 'ready')
