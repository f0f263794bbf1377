import { ApolloServerErrorCode } from '@apollo/server/errors'
import { internal } from '@mov-ticket/service-kit'
import type { Logger } from '@mov-ticket/service-kit'
import type { GraphQLFormattedError } from 'graphql'
import { fieldsOfVariableError } from './fields-of-variable-error.js'
import { isPublicFault, publicExtensions } from './public-faults.js'

/** Apollo's own codes for documents that can't be run: clients and tools know them. */
const documentCodes: ReadonlySet<unknown> = new Set([
  ApolloServerErrorCode.GRAPHQL_PARSE_FAILED,
  ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED,
  ApolloServerErrorCode.OPERATION_RESOLUTION_FAILURE,
  ApolloServerErrorCode.PERSISTED_QUERY_NOT_SUPPORTED,
  ApolloServerErrorCode.PERSISTED_QUERY_NOT_FOUND,
  'OPERATION_NOT_ALLOWED',
])

/** Every error passes here on its way out: what is not known to be for clients becomes INTERNAL and is logged. */
export function maskError(formatted: GraphQLFormattedError, error: unknown, logger: Logger): GraphQLFormattedError {
  const extensions = formatted.extensions ?? {}
  const where = {
    ...(formatted.path !== undefined && { path: formatted.path }),
    ...(formatted.locations !== undefined && { locations: formatted.locations }),
  }
  const { message } = formatted
  const code = extensions['code'] === ApolloServerErrorCode.BAD_REQUEST ? 'BAD_USER_INPUT' : extensions['code']
  if (documentCodes.has(code)) return { message, ...where, extensions: { code } }
  if (code === 'INTERNAL') return { message: internal().message, ...where, extensions: { code } }
  if (!isPublicFault(code)) {
    logger.error({ err: error, path: formatted.path }, 'a request failed')
    return { message: internal().message, ...where, extensions: { code: 'INTERNAL' } }
  }
  const fields = code === 'BAD_USER_INPUT' ? fieldsOfVariableError(message) : undefined
  return { message, ...where, extensions: publicExtensions(code, { ...(fields && { fields }), ...extensions }) }
}
