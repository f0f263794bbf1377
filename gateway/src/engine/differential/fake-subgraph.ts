import { buildSubgraphSchema } from '@apollo/subgraph'
import { unavailable } from '@mov-ticket/service-kit'
import { Kind, execute, isInterfaceType, isObjectType, parse } from 'graphql'
import type { DocumentNode, GraphQLFieldResolver, GraphQLSchema } from 'graphql'
import { publicErrorOf } from '../../subgraphs/subgraph-answer.js'
import type { SubgraphReply } from '../execution.js'
import type { Facts } from './facts.js'
import { loosen } from './loosen.js'
import { hash } from './random.js'
import { isBeing, told } from './requirements.js'
import type { Being, World } from './world.js'

/** A subgraph in this process: true to its schema, about whatever world it is asked about. */
export interface FakeSubgraph {
  /** @param isAway whether it does not answer what is asked: `Query`, or entities of such types. */
  ask(body: string, world: World, isAway: (what: string) => boolean): Promise<SubgraphReply>
}

type Resolvers = Extract<Parameters<typeof buildSubgraphSchema>[0], { typeDefs: unknown }>['resolvers'] & object

interface Context {
  readonly world: World
  readonly facts: Facts
  /** The schema as it was written. */
  readonly declared: GraphQLSchema
}

/** @param isLoose its values may break its schema. */
export function createFakeSubgraph(sdl: string, facts: Facts, isLoose: boolean): FakeSubgraph {
  const typeDefs = parse(sdl, { noLocation: true })
  const resolvers = resolversFor(typeDefs)
  const declared = buildSubgraphSchema({ typeDefs, resolvers })
  const schema = isLoose ? buildSubgraphSchema({ typeDefs: loosen(typeDefs), resolvers }) : declared
  return {
    async ask(body, world, isAway) {
      const { query, variables } = JSON.parse(body)
      // Answers come in any order.
      for (let wait = hash(body) % 3; wait > 0; wait -= 1) await new Promise(setImmediate)
      if (isAway(whatIsAsked(variables))) return { kind: 'failure', fault: unavailable() }
      const contextValue: Context = { world, facts, declared }
      const result = await execute({ schema, document: parse(query, { noLocation: true }), variableValues: variables, contextValue, fieldResolver })
      const { data, errors = [] } = JSON.parse(JSON.stringify(result))
      return { kind: 'answer', data: data ?? null, errors: errors.map(publicErrorOf) }
    },
  }
}

/** The same for plans that ask in different words. */
function whatIsAsked(variables: Readonly<Record<string, unknown>>): string {
  const representations = Object.values(variables).flatMap((value) => (Array.isArray(value) ? value : []))
  const types = representations.flatMap((value: unknown) => (typeof value === 'object' && value !== null && '__typename' in value ? [String(value.__typename)] : []))
  return types.length === 0 ? 'Query' : [...new Set(types)].toSorted().join(' ')
}

function resolversFor({ definitions }: DocumentNode): Resolvers {
  const resolvers: Record<string, object> = {}
  for (const node of definitions) {
    if (node.kind === Kind.UNION_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION) {
      resolvers[node.name.value] = { __resolveType: (value: unknown, { world }: Context) => (isBeing(value) ? world.typeOf(value) : undefined) }
    }
    if (!('directives' in node) || !node.directives?.some(({ name }) => name.value === 'key') || !('name' in node) || node.name === undefined) continue
    const typename = node.name.value
    const __resolveReference = (reference: Readonly<Record<string, unknown>>, { world }: Context) => world.find(typename, reference)
    resolvers[typename] = { ...resolvers[typename], __resolveReference }
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- @apollo/subgraph's type does not know __resolveReference.
  return resolvers as Resolvers
}

const fieldResolver: GraphQLFieldResolver<Being | undefined, Context> = (source, args, { world, facts, declared }, { fieldName, parentType }) => {
  // A value that breaks the schema has no more to it than what it is.
  if (source !== undefined && !isBeing(source)) return null
  const being = source ?? world.root(parentType.name)
  const wanted = facts.requires.get(`${world.typeOf(being)}.${fieldName}`)
  const type = declared.getType(parentType.name)
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[fieldName] : undefined
  if (field === undefined) throw new Error(`There is no ${parentType.name}.${fieldName}.`)
  return world.value(being, fieldName, field.type, args, wanted && told(being.told ?? {}, wanted))
}
