import { ApolloServerErrorCode } from '@apollo/server/errors'
import { badUserInput } from '@mov-ticket/service-kit'
import {
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  OperationTypeNode,
  getOperationAST,
  parse,
  specifiedRules,
  validate,
} from 'graphql'
import type { DocumentNode } from 'graphql'
import { LRUCache } from 'lru-cache'
import { isRecord } from '../../is-record.js'
import { limitDocuments } from '../../limits/limit-documents.js'
import type { DocumentLimits } from '../../limits/limit-documents.js'
import { compileLiveOperation } from './live-operation.js'
import type { LiveOperation } from './live-operation.js'
import type { LiveSchema } from './live-schema.js'

/** What a client's document is: to be watched, to be answered once (by the graph, which checks it), or wrong. */
export type Document =
  | { readonly kind: 'watch'; readonly operation: LiveOperation }
  | { readonly kind: 'once'; readonly isMutation: boolean }
  | { readonly kind: 'wrong'; readonly errors: readonly GraphQLError[] }

export interface Documents {
  read(query: string, operationName: string | null): Document
  /** From now on documents are read against this one. */
  useSchema(live: LiveSchema): void
}

export interface DocumentsOptions {
  readonly limits: DocumentLimits & { readonly tokens: number }
  readonly introspection: boolean
}

/** Documents that are kept ready, and the characters that they have together. */
const MAX_DOCUMENTS = 1_000
const MAX_CHARACTERS = 4_000_000

/** Reads each document once. */
export function createDocuments({ limits, introspection }: DocumentsOptions): Documents {
  const known = new LRUCache<string, Document>({
    max: MAX_DOCUMENTS,
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (_, key) => key.length,
  })
  const rules = [...specifiedRules, limitDocuments(limits), ...(introspection ? [] : [NoSchemaIntrospectionCustomRule])]
  let live: LiveSchema | undefined

  function read(query: string, operationName: string | null): Document {
    let document: DocumentNode
    try {
      document = parse(query, { maxTokens: limits.tokens })
    } catch (error) {
      if (error instanceof GraphQLError) return wrong([error], ApolloServerErrorCode.GRAPHQL_PARSE_FAILED)
      throw error
    }
    const operation = getOperationAST(document, operationName)
    if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) {
      return { kind: 'once', isMutation: operation?.operation === OperationTypeNode.MUTATION }
    }
    if (live === undefined) throw new Error('There is no schema yet.')
    const errors = validate(live.schema, document, rules, { maxErrors: 10 })
    if (errors.length > 0) return wrong(errors, ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED)
    try {
      return { kind: 'watch', operation: compileLiveOperation(document, operation, live) }
    } catch (error) {
      if (error instanceof GraphQLError) return { kind: 'wrong', errors: [error] }
      throw error
    }
  }

  /** Suggestions would tell what introspection does not. */
  function wrong(errors: readonly GraphQLError[], code: string): Document {
    return {
      kind: 'wrong',
      errors: errors.map(({ message, nodes, source, positions }) => {
        const told = introspection ? message : message.replace(/ ?Did you mean.+\?$/, '')
        return new GraphQLError(told, { nodes: nodes ?? null, source: source ?? null, positions: positions ?? null, extensions: { code } })
      }),
    }
  }

  return {
    read(query, operationName) {
      const key = JSON.stringify([operationName, query])
      const found = known.get(key)
      if (found !== undefined) return found
      const document = read(query, operationName)
      known.set(key, document)
      return document
    },
    useSchema(next) {
      live = next
      known.clear()
    },
  }
}

/** The parts of a request; throws BAD_USER_INPUT where they are something else. */
export function readRequest(payload: unknown): GraphqlRequest {
  const { query, operationName, variables, extensions } = isRecord(payload) ? payload : {}
  if (typeof query !== 'string' || query === '') throw badUserInput('"query" must be a GraphQL document.')
  if (operationName != null && typeof operationName !== 'string') throw badUserInput('"operationName" must be a string.')
  if (variables != null && !isRecord(variables)) throw badUserInput('"variables" must be an object.')
  if (extensions != null && !isRecord(extensions)) throw badUserInput('"extensions" must be an object.')
  return { query, operationName: operationName ?? null, variables: variables ?? {} }
}

export interface GraphqlRequest {
  readonly query: string
  readonly operationName: string | null
  readonly variables: Readonly<Record<string, unknown>>
}
