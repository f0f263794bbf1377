import { randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { CORRELATION_HEADER } from './correlation.js'
import type { Correlation } from './correlation.js'

const id = /^[\w.:-]{1,200}$/
const trace = /^[\da-f]{2}-[\da-f]{32}-[\da-f]{16}-[\da-f]{2}$/

/** A request without a (sane) correlation id begins one of its own. */
export function correlationOfRequest(headers: IncomingHttpHeaders): Correlation {
  const given = headers[CORRELATION_HEADER]
  const traceparent = headers['traceparent']
  const correlationId = typeof given === 'string' && id.test(given) ? given : randomUUID()
  return {
    correlationId,
    causationId: correlationId,
    traceparent: typeof traceparent === 'string' && trace.test(traceparent) ? traceparent : null,
  }
}
