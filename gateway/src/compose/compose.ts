import { composeServices } from '@apollo/composition'
import { parse } from 'graphql'
import type { DocumentNode } from 'graphql'
import { directiveNames, fieldsWith } from '../live/operations/live-directives.js'
import type { FieldWith } from '../live/operations/live-directives.js'
import { readLiveSchema } from '../live/operations/live-schema.js'
import type { LiveSchema } from '../live/operations/live-schema.js'

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
  const lost = parsed.flatMap(({ name, typeDefs }) => lostOf(typeDefs, live).map((what) => `${name}: ${what}`))
  if (lost.length > 0) {
    const remedy = 'Their subgraph must @link to the live spec, import the directive and name it in @composeDirective; see docs/live.md.'
    throw new Error(['Directives got lost on the way to the supergraph.', ...lost, remedy].join('\n'))
  }
  const dead = Object.keys(live.schema.getSubscriptionType()?.getFields() ?? {}).filter((field) => !live.fields.has(field))
  if (dead.length > 0) throw new Error(`Nobody would answer what is not @live: ${dead.map((field) => `Subscription.${field}`).join(', ')}.`)
  return { supergraphSdl, hints: hints.map(({ definition, coordinate }) => `${definition.code} ${coordinate ?? ''}`) }
}

/** What bears a directive of ours in a subgraph, by the name it is imported under or by its own, and not in the supergraph. */
function lostOf(typeDefs: DocumentNode, live: LiveSchema): string[] {
  const names = directiveNames(typeDefs)
  return [
    ...fieldsWith([names.live, 'live'], typeDefs).filter(({ field }) => !live.fields.has(field.name.value)).map((field) => `@live of ${nameOf(field)}`),
    ...fieldsWith([names.public, 'public'], typeDefs).filter((field) => !live.publicFields.has(nameOf(field))).map((field) => `@public of ${nameOf(field)}`),
  ]
}

function nameOf({ type, field }: FieldWith): string {
  return `${type}.${field.name.value}`
}
