import { connectMongo, createLogger, createShutdown, waitFor } from '@mov-ticket/service-kit'
import { connectBroker, connectRedis } from '@mov-ticket/shared-events'
import { answerWhoIsThis } from './answer-who-is-this.js'
import { systemClock } from './clock.js'
import { createAuth } from './create-auth.js'
import { environment } from './environment.js'
import { periodically } from './periodically.js'
import { serveGraph } from './serve-graph.js'

const FINISH_REVOCATIONS_EVERY_MS = 5_000

const env = environment()
const logger = createLogger({ service: 'auth', level: env.LOG_LEVEL })
const shutdown = createShutdown({ logger })
shutdown.listen()

const broker = connectBroker({ url: env.RABBITMQ_URL, namespace: env.NAMESPACE, service: 'auth', logger })
shutdown.onStop('RabbitMQ', () => broker.stop())
const redis = connectRedis({ url: env.REDIS_URL, name: `${env.NAMESPACE}:auth`, logger })
shutdown.onStop('Redis', () => redis.disconnect())
const mongo = await connectMongo({ url: env.MONGODB_URL, database: `${env.NAMESPACE}-auth`, logger })
shutdown.onStop('MongoDB', () => mongo.close())
await waitFor('Redis', () => redis.ping(), logger)

const auth = await createAuth({
  mongo,
  redis,
  publish: (event) => broker.publish(event),
  clock: systemClock,
  logger,
  settings: {
    namespace: env.NAMESPACE,
    sessionDays: env.SESSION_DAYS,
    sessionMaxDays: env.SESSION_MAX_DAYS,
    maxSessions: env.MAX_SESSIONS,
    signUpsPerMinute: env.SIGN_UPS_PER_MINUTE,
    signInsPerMinute: env.SIGN_INS_PER_MINUTE,
    hashingQueue: env.HASHING_QUEUE,
  },
})

// Before anybody can sign up with that address.
if (env.ADMIN_EMAIL !== undefined && env.ADMIN_PASSWORD !== undefined) {
  await auth.ensureAdmin({ email: env.ADMIN_EMAIL, password: env.ADMIN_PASSWORD })
}

const { IDENTITY_SECRET: secret, HOST: host, PORT: port } = env
const graph = await serveGraph({ auth, mongo, broker, host, port, secret, logger })
shutdown.onStop('the graph', () => graph.stop())

await broker.answer('auth.who-is-this', answerWhoIsThis(auth.sessions))
const sweep = periodically('finishing revocations', () => auth.finishRevocations(), { everyMs: FINISH_REVOCATIONS_EVERY_MS, logger })
shutdown.onStop('finishing revocations', () => sweep.stop())

logger.info({ port: graph.port }, 'ready')
