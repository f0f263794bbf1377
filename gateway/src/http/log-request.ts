import type { Logger } from '@mov-ticket/service-kit'
import type { ServerResponse } from 'node:http'
import type { RequestOutcome } from '../request-context.js'

/** Codes that are ours to worry about. */
const worrying: ReadonlySet<string> = new Set(['INTERNAL', 'UNAVAILABLE'])

const MAX_NAME_LENGTH = 100

/** What a line of the log needs of a name that the client chose. */
export function loggedName(name: string | null | undefined): string | null {
  return name?.slice(0, MAX_NAME_LENGTH) ?? null
}

/** One line per request: what was asked, what came of it, how long it took. */
export function logRequest(
  logger: Logger,
  { response, outcome, ms }: { readonly response: ServerResponse; readonly outcome: RequestOutcome; readonly ms: number },
): void {
  logOutcome(logger, { outcome, ms, status: response.statusCode, ...(!response.writableFinished && { aborted: true }) })
}

/** The same for what is asked over a connection that lasts: it has no status of its own. */
export function logOutcome(
  logger: Logger,
  { outcome, ms, ...more }: { readonly outcome: RequestOutcome; readonly ms: number; readonly status?: number; readonly aborted?: boolean },
): void {
  const { operation, codes } = outcome
  const line = { operation: operation?.name ?? null, kind: operation?.kind ?? null, codes, ms: Math.round(ms * 10) / 10, ...more }
  if (codes.some((code) => worrying.has(code))) logger.warn(line, 'request')
  else logger.info(line, 'request')
}
