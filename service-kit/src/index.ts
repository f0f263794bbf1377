export { environmentOf, parseEnvironment, readEnvironment } from './environment.js'
export { createLogger } from './logger.js'
export type { Logger } from './logger.js'
export { CORRELATION_HEADER, currentCorrelation, withCorrelation } from './correlation.js'
export type { Correlation } from './correlation.js'
export { correlationOfRequest } from './correlation-of-request.js'
export { createShutdown } from './shutdown.js'
export type { Shutdown } from './shutdown.js'
export { waitFor } from './wait-for.js'

export { requireAdmin, requireUser } from './caller.js'
export type { Caller, Identity, Role, User } from './caller.js'
export { IDENTITY_HEADER, UntrustedCaller, signCaller, verifyCaller } from './signed-caller.js'
export { SESSION_HEADER } from './session-header.js'
export type { SessionNotice } from './session-header.js'

export {
  badUserInput,
  forbidden,
  internal,
  notFound,
  rateLimited,
  unauthenticated,
  unavailable,
} from './faults.js'
export type { FaultCode } from './faults.js'
export { parseInput } from './parse-input.js'
export { connectionOf, decodeCursor, encodeCursor, pageSize } from './page.js'
export type { Connection } from './page.js'
export { dateTimeScalar } from './date-time-scalar.js'

export { connectMongo, pingMongo } from './connect-mongo.js'
export { isDatabaseAway } from './database-away.js'
export { startSubgraph } from './start-subgraph.js'
export type { Subgraph } from './start-subgraph.js'
export { answerHealth, startHealth } from './health.js'
export { pathOf } from './path-of.js'
export { startHttpServer } from './http-server.js'
export type { HttpServer, HttpServerOptions } from './http-server.js'
export { sendJson, sendText } from './send-json.js'
export type { Readiness } from './readiness.js'
