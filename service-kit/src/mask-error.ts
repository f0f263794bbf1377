import { unwrapResolverError } from '@apollo/server/errors'
import { GraphQLError } from 'graphql'
import type { GraphQLFormattedError } from 'graphql'
import type { Logger } from 'pino'
import { internal, unavailable } from './faults.js'

/** Errors of MongoDB's driver that mean "not reachable now", by name; our own say `retry: true`. */
const away = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoNotConnectedError',
  'MongoPoolClearedError',
  'MongoPoolClosedError',
  'MongoServerSelectionError',
  'MongoTopologyClosedError',
  'MongoWaitQueueTimeoutError',
  'MongooseServerSelectionError',
  'PoolClearedOnNetworkError',
])

/** Faults and errors of the document pass as they are; whatever else was thrown is logged and says nothing outside. */
export function maskError(formatted: GraphQLFormattedError, error: unknown, logger: Logger): GraphQLFormattedError {
  const cause = unwrapResolverError(error)
  const isFault = cause instanceof GraphQLError && formatted.extensions?.['code'] !== 'INTERNAL_SERVER_ERROR'
  if (isFault) return formatted
  const isAway = cause instanceof Error && (away.has(cause.name) || ('retry' in cause && cause.retry === true))
  logger.error({ err: cause, path: formatted.path }, isAway ? 'something that a request needs is away' : 'a request failed')
  const { message, extensions } = isAway ? unavailable() : internal()
  return {
    message,
    extensions,
    ...(formatted.path !== undefined && { path: formatted.path }),
    ...(formatted.locations !== undefined && { locations: formatted.locations }),
  }
}
