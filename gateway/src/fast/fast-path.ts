import { rateLimited } from '@mov-ticket/service-kit'
import type { Caller, Logger } from '@mov-ticket/service-kit'
import type { GraphQLFormattedError } from 'graphql'
import { answerOf } from '../engine/answer/answer.js'
import { writeText } from '../engine/answer/write-text.js'
import type { Variables } from '../engine/operation/variables.js'
import type { Answer } from '../http/answer-graphql.js'
import type { RateLimits } from '../limits/rate-limits.js'
import { newOutcome } from '../request-context.js'
import type { RequestContext } from '../request-context.js'
import type { InFlightTasks } from '../sharing/in-flight-tasks.js'
import type { KnownOperation, KnownOperations } from './known-operations.js'
import { readPlainRequest } from './plain-request.js'
import type { GivenRequest } from './plain-request.js'

/** A body, ready to be sent, and the codes of the errors in it. */
export interface WrittenAnswer {
  readonly body: string
  readonly codes: readonly string[]
}

export interface FastPathOptions {
  readonly known: KnownOperations
  readonly rates: RateLimits
  /** Null: nothing is shared. */
  readonly inFlight: InFlightTasks<WrittenAnswer> | null
  readonly logger: Logger
}

/**
 * Answers queries that Apollo Server has answered before, without it and just as it would: what its plugins do
 * (graph-server.ts) is done here too. Null: whatever is new, wrong or unusual is for Apollo Server.
 */
export type AnswerFast = (request: GivenRequest, context: RequestContext) => Promise<Answer | null>

export function createFastPath({ known, rates, inFlight, logger }: FastPathOptions): AnswerFast {
  return async (given, context) => {
    const asked = readPlainRequest(given)
    const found = asked === null ? undefined : known.find(asked.query, asked.operationName)
    if (asked === null || found === undefined) return null
    const coerced = found.operation.coerce(asked.variables)
    if (coerced.kind === 'wrong') return null

    const { outcome, caller } = context
    outcome.operation = { kind: 'query', name: found.name }
    // The request itself was counted when it came in.
    const seconds = found.rootFields > 1 ? await rates.read(caller.address, found.rootFields - 1) : null
    if (seconds !== null) return tooMany(seconds, context, asked.contentType)
    const written = await answer(found, coerced.variables, asked.variables, context)
    if (written === null) return null
    outcome.codes = written.codes
    return { status: 200, headers: headersOf(asked.contentType), body: written.body }
  }

  async function answer(
    found: KnownOperation,
    variables: Variables,
    given: Readonly<Record<string, unknown>>,
    context: RequestContext,
  ): Promise<WrittenAnswer | null> {
    try {
      if (!found.isPublic || inFlight === null || !context.mayShare) return write(found, await found.run(variables, context))
      return await inFlight.run(`${found.id} ${JSON.stringify(given)}`, context.signal, async (signal) =>
        write(found, await found.run(variables, asNobody(context, signal))),
      )
    } catch (err) {
      if (context.signal.aborted) throw err
      logger.error({ err }, 'a known query could not be answered fast')
      return null
    }
  }
}

/** Who is not known can't be told anything that is meant for somebody: nor can those who share the answer. */
const nobody: Caller = { identity: null, address: '', userAgent: null }

function asNobody(context: RequestContext, signal: AbortSignal): RequestContext {
  return { ...context, caller: nobody, credential: null, signal, outcome: newOutcome() }
}

function write({ operation }: KnownOperation, execution: Awaited<ReturnType<KnownOperation['run']>>): WrittenAnswer {
  const { variables } = execution
  const text =
    execution.errors.length > 0
      ? undefined
      : writeText(operation.shapeFor(variables), execution.data, operation.introspectFor(variables))
  if (text !== undefined) return { body: `{"data":${text}}\n`, codes: [] }
  const { data, errors } = answerOf(operation, execution)
  if (errors.length === 0) return { body: `${JSON.stringify({ data })}\n`, codes: [] }
  return { body: `${JSON.stringify({ errors: errors.map(inApollosOrder), data })}\n`, codes: codesOf(errors) }
}

function inApollosOrder({ message, path, extensions }: GraphQLFormattedError): GraphQLFormattedError {
  return { message, ...(path !== undefined && { path }), ...(extensions !== undefined && { extensions }) }
}

function codesOf(errors: readonly GraphQLFormattedError[]): string[] {
  return [...new Set(errors.map(({ extensions }) => String(extensions?.['code'])))]
}

function tooMany(seconds: number, { outcome }: RequestContext, contentType: string): Answer {
  const { message, extensions } = rateLimited(seconds)
  outcome.codes = [String(extensions['code'])]
  const headers = { 'retry-after': String(seconds), ...headersOf(contentType) }
  return { status: 429, headers, body: `${JSON.stringify({ errors: [{ message, extensions }] })}\n` }
}

function headersOf(contentType: string): Record<string, string> {
  return { 'cache-control': 'no-store', 'content-type': contentType }
}
