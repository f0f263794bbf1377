import { composeServices } from '@apollo/composition'
import { parse } from 'graphql'

export interface TestGraph {
  readonly name: string
  /** Schemas by subgraph. */
  readonly subgraphs: Readonly<Record<string, string>>
}

export function supergraphOf({ name, subgraphs }: TestGraph): string {
  const services = Object.entries(subgraphs).map(([service, sdl]) => ({ name: service, url: `http://${service}.invalid`, typeDefs: parse(sdl) }))
  const { errors, supergraphSdl } = composeServices(services)
  if (errors !== undefined) throw new Error([`${name} does not compose.`, ...errors.map(({ message }) => message)].join('\n'))
  return supergraphSdl
}

/** The head of a subgraph's schema. */
export function federated(...directives: string[]): string {
  const names = directives.map((name) => `"@${name}"`).join(', ')
  return `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: [${names}])\n`
}
