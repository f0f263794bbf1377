// @ts-check
import { Kind } from 'graphql'
import { plugin as typescriptOperations } from '@graphql-codegen/typescript-operations'

/** typescript-operations, given the definitions by name: files and fragments come in an order that differs from run to run. */
export function plugin(schema, documents, config, info) {
  const definitions = documents
    .flatMap(({ document }) => document?.definitions ?? [])
    .toSorted((a, b) => (a.name.value < b.name.value ? -1 : 1))
  return typescriptOperations(schema, [{ location: 'sdk/operations', document: { kind: Kind.DOCUMENT, definitions } }], config, info)
}
