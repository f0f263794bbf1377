import { environmentOf, readEnvironment } from '@mov-ticket/service-kit'
import { z } from 'zod'
import { emailField, passwordField } from './users/user-fields.js'

const shape = {
  NAMESPACE: environmentOf.namespace,
  HOST: environmentOf.host,
  PORT: environmentOf.port.default(4001),
  MONGODB_URL: environmentOf.mongodbUrl,
  RABBITMQ_URL: environmentOf.rabbitmqUrl,
  REDIS_URL: environmentOf.redisUrl,
  IDENTITY_SECRET: environmentOf.identitySecret,
  LOG_LEVEL: environmentOf.logLevel,
  ADMIN_EMAIL: emailField.optional(),
  ADMIN_PASSWORD: passwordField.optional(),
  SESSION_DAYS: environmentOf.count(7),
  SESSION_MAX_DAYS: environmentOf.count(30),
  MAX_SESSIONS: environmentOf.count(50),
  SIGN_UPS_PER_MINUTE: environmentOf.count(300),
  SIGN_INS_PER_MINUTE: environmentOf.count(600),
  HASHING_QUEUE: environmentOf.count(400, 200),
}

export type Environment = z.infer<z.ZodObject<typeof shape>>

/** All of auth's configuration; what is wrong is said at once, then the process ends. */
export function environment(): Environment {
  return readEnvironment(shape, process.env, (values) =>
    (values.ADMIN_EMAIL === undefined) === (values.ADMIN_PASSWORD === undefined)
      ? []
      : ['ADMIN_EMAIL and ADMIN_PASSWORD belong together: set both or neither'],
  )
}
