import 'reflect-metadata'
import { createLogger, createShutdown } from '@mov-ticket/service-kit'
import { ticketsEnvironment } from './environment.js'
import { startTickets } from './start-tickets.js'

const environment = ticketsEnvironment()
const logger = createLogger({ service: 'tickets', level: environment.LOG_LEVEL })
const shutdown = createShutdown({ logger })
shutdown.listen()

const { port } = await startTickets(environment, { logger, shutdown, now: () => new Date() })
logger.info({ port }, 'ready')
