import { environmentOf, readEnvironment } from '@mov-ticket/service-kit'

export type Environment = ReturnType<typeof ticketsEnvironment>

export function ticketsEnvironment() {
  return readEnvironment({
    NAMESPACE: environmentOf.namespace,
    HOST: environmentOf.host,
    PORT: environmentOf.port.default(4002),
    MONGODB_URL: environmentOf.mongodbUrl,
    RABBITMQ_URL: environmentOf.rabbitmqUrl,
    REDIS_URL: environmentOf.redisUrl,
    IDENTITY_SECRET: environmentOf.identitySecret,
    LOG_LEVEL: environmentOf.logLevel,
  })
}
