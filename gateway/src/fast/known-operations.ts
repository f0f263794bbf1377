import type { GraphQLSchema } from 'graphql'
import type { LearnedOperation } from '../engine/engine-gateway.js'
import { createOperationCache } from '../engine/operation/operation-cache.js'
import type { OperationCache } from '../engine/operation/operation-cache.js'
import { loggedName } from '../http/log-request.js'
import { rootFieldsOf } from '../limits/root-fields.js'
import { isAllPublic } from '../live/operations/live-operation.js'
import { readLiveSchema } from '../live/operations/live-schema.js'
import type { LiveSchema } from '../live/operations/live-schema.js'

/** A query that Apollo Server has seen: parsed, found valid and within its limits. */
export interface KnownOperation extends Pick<LearnedOperation, 'operation' | 'run'> {
  /** No other has it, nor the same one on another supergraph. */
  readonly id: number
  readonly name: string | null
  /** How many calls of root fields it makes. */
  readonly rootFields: number
  /** Whether everybody gets the same answer. */
  readonly isPublic: boolean
}

export interface KnownOperations {
  find(query: string, operationName: string | undefined): KnownOperation | undefined
  readonly learn: (learned: LearnedOperation) => void
  /** What was known is known no more. */
  readonly useSchema: (supergraphSdl: string, schema: GraphQLSchema) => void
}

/** @param maxBytes that what is known may occupy. */
export function createKnownOperations(maxBytes: number): KnownOperations {
  let known: OperationCache<KnownOperation> = createOperationCache(maxBytes)
  let current: { readonly schema: GraphQLSchema; readonly live: LiveSchema | null } | undefined
  let ids = 0

  return {
    find: (query, operationName) => known.get(keyOf(query, operationName)),
    learn({ schema, query, operationName, document, node, operation, run }) {
      // A request that began on an older supergraph has nothing to tell.
      if (schema !== current?.schema || operation.kind !== 'query') return
      const key = keyOf(query, operationName)
      if (known.get(key) !== undefined) return
      const one: KnownOperation = {
        id: (ids += 1),
        name: loggedName(node.name?.value),
        rootFields: rootFieldsOf(node, document),
        isPublic: current.live !== null && isAllPublic(document, current.live),
        operation,
        run,
      }
      known.set(key, one, 2 * key.length + operation.size)
    },
    useSchema(supergraphSdl, schema) {
      known = createOperationCache(maxBytes)
      current = { schema, live: readOrNull(supergraphSdl, schema) }
    },
  }
}

/** Where names and texts can't be taken for each other. */
function keyOf(query: string, operationName: string | undefined): string {
  return operationName === undefined ? `-${query}` : `${operationName.length} ${operationName}${query}`
}

/** A supergraph whose live fields make no sense is refused elsewhere; here nothing of it is public. */
function readOrNull(supergraphSdl: string, schema: GraphQLSchema): LiveSchema | null {
  try {
    return readLiveSchema(supergraphSdl, schema)
  } catch {
    return null
  }
}
