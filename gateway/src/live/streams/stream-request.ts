import type { IncomingMessage } from 'node:http'
import { accepted } from '../../http/accepted.js'
import type { Documents } from '../operations/documents.js'
import { readRequest } from '../operations/documents.js'

const json: ReadonlySet<string> = new Set(['application/json', 'application/graphql-response+json', 'application/graphql+json', 'application/*', '*/*'])

/**
 * Whether the answer is to be a stream of events. Who takes JSON too gets one for subscriptions alone, so that clients may
 * send the same `Accept` with everything.
 */
export function isForStream(documents: Documents, { headers: { accept = '' } }: Pick<IncomingMessage, 'headers'>, payload: unknown): boolean {
  const types = accepted(accept)
  if (!types.includes('text/event-stream')) return false
  if (!types.some((type) => json.has(type))) return true
  try {
    const { query, operationName } = readRequest(payload)
    return documents.read(query, operationName).kind === 'watch'
  } catch {
    // What is wrong with it is told as JSON.
    return false
  }
}

/** What a GET has in its URL, in the shape of a POST's body. */
export function payloadOfSearch(search: string): Record<string, unknown> {
  const given = Object.fromEntries(new URLSearchParams(search))
  const { variables, extensions } = given
  return {
    ...given,
    ...(variables !== undefined && { variables: parsed(variables) }),
    ...(extensions !== undefined && { extensions: parsed(extensions) }),
  }
}

/** The other way round. */
export function searchOfPayload(payload: unknown): string {
  const entries = Object.entries(typeof payload === 'object' && payload !== null ? payload : {})
  const texts = entries.map(([name, value]): [string, string] => [name, typeof value === 'string' ? value : JSON.stringify(value)])
  return `?${new URLSearchParams(texts).toString()}`
}

/** What is no JSON is refused later, by name. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
