import { unwrapResolverError } from '@apollo/server/errors'
import { GraphQLError } from 'graphql'
import type { GraphQLFormattedError } from 'graphql'
import type { Logger } from 'pino'
import { isDatabaseAway } from './database-away.js'
import { internal, unavailable } from './faults.js'

/** Faults and errors of the document pass as they are; whatever else was thrown is logged and says nothing outside. */
export function maskError(formatted: GraphQLFormattedError, error: unknown, logger: Logger): GraphQLFormattedError {
  const cause = unwrapResolverError(error)
  const isFault = cause instanceof GraphQLError && formatted.extensions?.['code'] !== 'INTERNAL_SERVER_ERROR'
  if (isFault) return formatted
  // Our own errors say `retry: true`.
  const isAway = isDatabaseAway(cause) || (cause instanceof Error && 'retry' in cause && cause.retry === true)
  logger.error({ err: cause, path: formatted.path }, isAway ? 'something that a request needs is away' : 'a request failed')
  const { message, extensions } = isAway ? unavailable() : internal()
  return {
    message,
    extensions,
    ...(formatted.path !== undefined && { path: formatted.path }),
    ...(formatted.locations !== undefined && { locations: formatted.locations }),
  }
}
