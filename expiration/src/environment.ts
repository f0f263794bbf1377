import { environmentOf, readEnvironment } from '@mov-ticket/service-kit'

/** The only reading of process.env in expiration; README.md says what each means. */
export function readOwnEnvironment() {
  return readEnvironment({
    NAMESPACE: environmentOf.namespace,
    RABBITMQ_URL: environmentOf.rabbitmqUrl,
    REDIS_URL: environmentOf.redisUrl,
    HOST: environmentOf.host,
    PORT: environmentOf.port.default(4004),
    LOG_LEVEL: environmentOf.logLevel,
  })
}
