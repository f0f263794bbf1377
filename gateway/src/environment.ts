import { environmentOf, readEnvironment } from '@mov-ticket/service-kit'
import { z } from 'zod'

const list = (text: string) => text.split(',').map((part) => part.trim()).filter((part) => part !== '')
const files = z.string().default('').transform(list)

const origins = z
  .string()
  .default('')
  .transform(list)
  .refine(
    (all) => all.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin),
    'must be origins such as https://tickets.example, separated by commas',
  )

const onOrOff = z.enum(['on', 'off'], 'must be on or off').default('on')

const shape = {
  NAMESPACE: environmentOf.namespace,
  HOST: environmentOf.host,
  PORT: environmentOf.port.default(4000),
  RABBITMQ_URL: environmentOf.rabbitmqUrl,
  REDIS_URL: environmentOf.redisUrl,
  IDENTITY_SECRET: environmentOf.identitySecret,
  LOG_LEVEL: environmentOf.logLevel,

  AUTH_URL: environmentOf.httpUrl,
  TICKETS_URL: environmentOf.httpUrl,
  ORDERS_URL: environmentOf.httpUrl,
  SUBGRAPH_TIMEOUT_MS: environmentOf.milliseconds(5_000),
  /** Above what auth's full queue of password hashes takes: 400 of them are 4 s of two cores that do nothing else. */
  AUTH_TIMEOUT_MS: environmentOf.milliseconds(20_000),
  ORDER_WAIT_MS: environmentOf.milliseconds(5_000),
  /** For one operation, all of its fetches together. */
  OPERATION_TIMEOUT_MS: environmentOf.milliseconds(30_000),

  /** Ours, or the one of @apollo/gateway. */
  GATEWAY_EXECUTOR: z.enum(['engine', 'apollo'], 'must be engine or apollo').default('engine'),
  /** Of the engine. */
  GATEWAY_PLANNER: z.enum(['rust', 'apollo'], 'must be rust or apollo').default('rust'),
  GATEWAY_FAST_PATH: onOrOff,
  GATEWAY_SHARING: onOrOff,
  OPERATION_CACHE_BYTES: environmentOf.count(64 * 1_024 * 1_024),

  SESSION_CACHE_MS: environmentOf.milliseconds(10_000),
  SESSION_MAX_DAYS: environmentOf.count(30),
  SECURE_COOKIES: z.enum(['auto', 'always', 'never'], 'must be auto, always or never').default('auto'),
  TRUST_PROXY: environmentOf.count(0, 0),
  CORS_ORIGINS: origins,
  /** The built web app; empty: there is none here. */
  WEB_FOLDER: z.string().default(''),

  PERSISTED_ONLY: files,
  INTROSPECTION: onOrOff,
  MUTATIONS_PER_SECOND: environmentOf.count(50),
  ANONYMOUS_MUTATIONS_PER_SECOND: environmentOf.count(300),
  READS_PER_SECOND: environmentOf.count(1_000),
  MAX_IN_FLIGHT: environmentOf.count(1_000),
  MAX_QUERY_TOKENS: environmentOf.count(1_000),
  MAX_QUERY_DEPTH: environmentOf.count(15),
  MAX_QUERY_ALIASES: environmentOf.count(30),
  MAX_QUERY_DIRECTIVES: environmentOf.count(30),
  MAX_QUERY_COST: environmentOf.count(200_000),
  LIVE_WINDOW_MS: environmentOf.count(25, 0),
  LIVE_QUESTION_MS: environmentOf.milliseconds(5_000),
  LIVE_SLOW_CONSUMER_MS: environmentOf.milliseconds(10_000),
  LIVE_CONNECTIONS: environmentOf.count(20_000),
  LIVE_CONNECTIONS_PER_ADDRESS: environmentOf.count(1_000),
  LIVE_CONNECTIONS_PER_USER: environmentOf.count(50),
  LIVE_SUBSCRIPTIONS_PER_CONNECTION: environmentOf.count(50),
  LIVE_SUBSCRIPTIONS_PER_ADDRESS: environmentOf.count(2_000),
  LIVE_SUBSCRIPTIONS_PER_USER: environmentOf.count(200),
  LIVE_MESSAGE_BYTES: environmentOf.count(65_536),
  LIVE_BEAT_MS: environmentOf.milliseconds(12_000),
}

/** What orders needs beyond its own waiting, so that its answer arrives before the gateway gives up (rule 14). */
const BEYOND_ORDER_WAIT_MS = 3_000

export function readGatewayEnvironment(source: Readonly<Record<string, string | undefined>> = process.env) {
  const values = readEnvironment(shape, source)
  return { ...values, ORDERS_TIMEOUT_MS: values.ORDER_WAIT_MS + BEYOND_ORDER_WAIT_MS }
}

export type GatewayEnvironment = ReturnType<typeof readGatewayEnvironment>
