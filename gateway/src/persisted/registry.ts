import { badUserInput } from '@mov-ticket/service-kit'
import { GraphQLError, stripIgnoredCharacters } from 'graphql'
import { createHash } from 'node:crypto'
import { isRecord } from '../is-record.js'

/** Where clients may run certain operations only: those whose texts, or their hashes, were registered. */
export interface Registry {
  /**
   * The request (parsed) with the registered text in it, whether it came with the text, with its hash as persisted queries
   * have it (https://www.apollographql.com/docs/apollo-server/performance/apq), or with both. Throws where it is none of them.
   */
  admit(payload: unknown): Record<string, unknown>
}

/** Clients write the same operation with other spaces and commas; more than this is something else. */
const LONGER_AT_MOST = 4

/** `texts` by their SHA-256, in hexadecimal. Throws where one has another. */
export function createRegistry(texts: Readonly<Record<string, string>>): Registry {
  const byHash = new Map(Object.entries(texts))
  const bare = new Map<string, string>()
  let longest = 0
  for (const [hash, text] of byHash) {
    if (sha256(text) !== hash) throw new Error(`The persisted operation ${hash} has another SHA-256: ${sha256(text)}.`)
    bare.set(stripIgnoredCharacters(text), text)
    longest = Math.max(longest, text.length)
  }

  function registered(query: string): string {
    const text = query.length > longest * LONGER_AT_MOST ? undefined : (byHash.get(sha256(query)) ?? bare.get(stripped(query)))
    if (text === undefined) throw notAllowed()
    return text
  }

  return {
    admit(payload) {
      const { query, extensions, ...rest } = isRecord(payload) ? payload : {}
      const hash = hashIn(extensions)
      // Over WebSockets a request has to have a text, be it an empty one.
      if ((query == null || query === '') && hash !== null) {
        const text = byHash.get(hash)
        if (text === undefined) throw notFound()
        return { ...rest, query: text }
      }
      if (typeof query !== 'string') throw notAllowed()
      if (hash !== null && sha256(query) !== hash) throw badUserInput('The hash is not that of the query.')
      return { ...rest, query: registered(query) }
    },
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** What is no GraphQL is not registered either. */
function stripped(query: string): string {
  try {
    return stripIgnoredCharacters(query)
  } catch {
    return query
  }
}

function hashIn(extensions: unknown): string | null {
  const persisted = isRecord(extensions) ? extensions['persistedQuery'] : undefined
  const hash = isRecord(persisted) && persisted['version'] === 1 ? persisted['sha256Hash'] : undefined
  return typeof hash === 'string' ? hash.toLowerCase() : null
}

/** Clients send the text then, as they do where operations are persisted automatically; message and code are what they look for. */
const notFound = () => new GraphQLError('PersistedQueryNotFound', { extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } })

const notAllowed = () =>
  new GraphQLError('Only registered operations can be run here.', { extensions: { code: 'OPERATION_NOT_ALLOWED' } })
