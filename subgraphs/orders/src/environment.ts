import { environmentOf, readEnvironment } from '@mov-ticket/service-kit'

/** The only reading of process.env in orders; README.md says what each means. */
export function readOwnEnvironment() {
  return readEnvironment({
    NAMESPACE: environmentOf.namespace,
    MONGODB_URL: environmentOf.mongodbUrl,
    RABBITMQ_URL: environmentOf.rabbitmqUrl,
    REDIS_URL: environmentOf.redisUrl,
    IDENTITY_SECRET: environmentOf.identitySecret,
    HOST: environmentOf.host,
    PORT: environmentOf.port.default(4003),
    LOG_LEVEL: environmentOf.logLevel,
    ORDER_WAIT_MS: environmentOf.milliseconds(5_000),
  })
}
