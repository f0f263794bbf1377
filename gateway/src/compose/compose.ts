import { composeServices } from '@apollo/composition'
import { Kind, parse } from 'graphql'
import type { DocumentNode } from 'graphql'
import { readLiveSchema } from '../live/operations/live-schema.js'

export interface SubgraphSchema {
  readonly name: string
  readonly sdl: string
}

export interface Composed {
  readonly supergraphSdl: string
  readonly hints: readonly string[]
}

/** Throws an error that says why where the subgraphs do not compose, or lose what the gateway needs to know. */
export function compose(subgraphs: readonly SubgraphSchema[]): Composed {
  const parsed = subgraphs.map(({ name, sdl }) => ({
    name,
    // Where a subgraph runs is the environment's business (AUTH_URL, …), not the schema's.
    url: `http://${name}.invalid/graphql`,
    typeDefs: parse(sdl),
  }))
  const { errors, hints = [], supergraphSdl, schema } = composeServices(parsed)
  if (errors !== undefined) throw new Error(['The subgraphs do not compose.', ...errors.map(({ message }) => message)].join('\n'))

  const live = readLiveSchema(supergraphSdl, schema.toAPISchema().toGraphQLJSSchema())
  const lost = parsed.flatMap(({ name, typeDefs }) => [
    ...fieldsWith('live', typeDefs).filter((field) => !live.fields.has(field.name)).map(({ type, name: field }) => `${name}: @live of ${type}.${field}`),
    ...fieldsWith('public', typeDefs).filter(({ type, name: field }) => !live.isPublic(type, field)).map(({ type, name: field }) => `${name}: @public of ${type}.${field}`),
  ])
  if (lost.length > 0) {
    const remedy = 'Their subgraph must @link to the live spec, import the directive and name it in @composeDirective; see docs/live.md.'
    throw new Error(['Directives got lost on the way to the supergraph.', ...lost, remedy].join('\n'))
  }
  return { supergraphSdl, hints: hints.map(({ definition, coordinate }) => `${definition.code} ${coordinate ?? ''}`) }
}

function fieldsWith(directive: string, document: DocumentNode): { type: string; name: string }[] {
  return document.definitions.flatMap((node) => {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.OBJECT_TYPE_EXTENSION) return []
    return (node.fields ?? [])
      .filter((field) => field.directives?.some(({ name }) => name.value === directive))
      .map((field) => ({ type: node.name.value, name: field.name.value }))
  })
}
