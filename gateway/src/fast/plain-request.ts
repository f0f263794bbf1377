import type { IncomingHttpHeaders } from 'node:http'
import { isRecord } from '../is-record.js'

/** A request over HTTP, as it came. */
export interface GivenRequest {
  readonly method: string | undefined
  readonly headers: IncomingHttpHeaders
  /** Parsed where it is JSON. */
  readonly body: unknown
  /** Of the URL, with its question mark. */
  readonly search: string
}

export interface PlainRequest {
  readonly query: string
  readonly operationName: string | undefined
  readonly variables: Readonly<Record<string, unknown>>
  readonly contentType: string
}

/**
 * What a request asks for, where there is nothing about it that Apollo Server might refuse or treat in a way of its own.
 * Null: let it decide.
 */
export function readPlainRequest({ method, headers, body, search }: GivenRequest): PlainRequest | null {
  const contentType = contentTypes.get(headers.accept ?? '')
  if (contentType === undefined) return null
  const parts = method === 'POST' ? inBody(headers, body) : method === 'GET' ? inSearch(headers, search) : null
  return parts === null ? null : { ...parts, contentType }
}

const json = 'application/json; charset=utf-8'
const graphql = 'application/graphql-response+json; charset=utf-8'
/** By `Accept`, for what clients usually send. */
const contentTypes: ReadonlyMap<string, string> = new Map([
  ['', json],
  ['*/*', json],
  ['application/json', json],
  ['application/json, */*', json],
  ['application/graphql-response+json', graphql],
  ['application/graphql-response+json, application/json', graphql],
  ['application/graphql-response+json, application/json;q=0.9', graphql],
])

type Asked = Omit<PlainRequest, 'contentType'>

function inBody(headers: IncomingHttpHeaders, body: unknown): Asked | null {
  if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '') || !isRecord(body)) return null
  return asked(body['query'], body['operationName'] ?? undefined, body['variables'], body['extensions'])
}

const parameters = ['query', 'operationName', 'variables', 'extensions'] as const

function inSearch(headers: IncomingHttpHeaders, search: string): Asked | null {
  // Without it a foreign page may have sent it (see preventCsrf).
  if (headers['content-type'] !== undefined || !headers['apollo-require-preflight']) return null
  const given = new URLSearchParams(search)
  if (parameters.some((name) => given.getAll(name).length > 1)) return null
  const variables = given.get('variables')
  try {
    const parsed: unknown = variables === null ? undefined : JSON.parse(variables)
    return parsed === null ? null : asked(given.get('query'), given.get('operationName') ?? undefined, parsed, given.get('extensions'))
  } catch {
    return null
  }
}

function asked(query: unknown, operationName: unknown, variables: unknown, extensions: unknown): Asked | null {
  if (typeof query !== 'string' || query === '' || extensions != null) return null
  if (operationName !== undefined && typeof operationName !== 'string') return null
  if (variables != null && !isRecord(variables)) return null
  return { query, operationName, variables: variables ?? {} }
}
