import type { IncomingMessage } from 'node:http'
import type { Documents } from '../operations/documents.js'
import { readRequest } from '../operations/documents.js'

/**
 * Whether the answer is to be a stream of events. Who takes JSON too gets one for subscriptions alone, so that clients may
 * send the same `Accept` with everything.
 */
export function isForStream(documents: Documents, { headers: { accept = '' } }: IncomingMessage, payload: unknown): boolean {
  if (!accept.includes('text/event-stream')) return false
  if (!/application\/(?:json|graphql-response\+json)|\*\/\*/.test(accept)) return true
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

/** What is no JSON is refused later, by name. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
