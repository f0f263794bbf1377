import { forbidden } from '@mov-ticket/service-kit'
import type { IncomingMessage } from 'node:http'
import { isForeign } from '../../http/origins.js'
import { Refusal, badRequest } from '../../http/refusal.js'
import { readRequest } from '../operations/documents.js'
import type { Documents } from '../operations/documents.js'
import type { StreamRequest } from './event-stream.js'

/** Throws a Refusal. */
export function refuseWhatNoStreamMayDo({ request, client, credential, payload }: StreamRequest, documents: Documents, allowedOrigins: readonly string[]): void {
  const { method, headers } = request
  if (method !== 'GET' && method !== 'POST') throw badRequest(405, 'GET or POST it.', { allow: 'GET, POST' })
  if (isForeign({ origin: headers.origin, host: client.host }, allowedOrigins)) throw new Refusal(403, forbidden())
  if (method === 'POST') return
  refuseWhatMayBeForeign(request, credential?.kind === 'cookie')
  if (isMutation(documents, payload)) throw badRequest(405, 'A GET changes nothing: POST mutations.', { allow: 'POST' })
}

/**
 * A `GET` without CORS (`fetch` with `no-cors`, which may set `Accept`) brings the cookies and no Origin, whichever page
 * it comes from; all else that a page of another host can send says so, or asks first.
 */
function refuseWhatMayBeForeign({ headers }: IncomingMessage, byCookie: boolean): void {
  if (headers.origin !== undefined) return
  const site = headers['sec-fetch-site']
  if (site === 'cross-site' || site === 'same-site') throw new Refusal(403, forbidden())
  if (!byCookie || site === 'same-origin' || headers['apollo-require-preflight'] !== undefined) return
  throw badRequest(400, 'A GET with a cookie must say that it comes from no other page: send the header "apollo-require-preflight: true".')
}

function isMutation(documents: Documents, payload: unknown): boolean {
  try {
    const { query, operationName } = readRequest(payload)
    const document = documents.read(query, operationName)
    return document.kind === 'once' && document.isMutation
  } catch {
    // What is wrong with it is told later.
    return false
  }
}
