import { ApolloGateway } from '@apollo/gateway'
import {
  buildSchema,
  introspectionFromSchema,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isSpecifiedScalarType,
  isUnionType,
} from 'graphql'
import type { GraphQLInputType, GraphQLNamedType, GraphQLSchema } from 'graphql'
import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'

const root = new URL('../../', import.meta.url)

let contract: GraphQLSchema
let graph: GraphQLSchema

beforeAll(async () => {
  process.env['APOLLO_TELEMETRY_DISABLED'] = 'true'
  contract = buildSchema(await readFile(new URL('docs/graph.graphql', root), 'utf8'))
  const gateway = new ApolloGateway({
    supergraphSdl: await readFile(new URL('gateway/supergraph.graphql', root), 'utf8'),
    logger: { debug() {}, info() {}, warn() {}, error() {} },
  })
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => {
    graph = apiSchema
  })
  await gateway.load()
  await gateway.stop()
})

describe('the composed graph', () => {
  it('is what the subgraphs compose to today', () => {
    const { status, stderr } = spawnSync(process.execPath, ['gateway/dist/compose/main.js', '--check'], {
      cwd: fileURLToPath(root),
      encoding: 'utf8',
    })
    expect({ status, stale: stderr.includes('stale') }).toEqual({ status: 0, stale: false })
  })

  it('has everything that docs/graph.graphql promises, exactly so', () => {
    const promised = Object.values(contract.getTypeMap()).filter((type) => !isBuiltIn(type)).flatMap(linesOf)
    const given = new Set(Object.values(graph.getTypeMap()).flatMap(linesOf))
    expect(promised.filter((line) => !given.has(line))).toEqual([])
  })

  it('demands nothing that docs/graph.graphql does not name', () => {
    const named = new Set(Object.values(contract.getTypeMap()).flatMap(linesOf).map(nameOf))
    const demanded = Object.values(graph.getTypeMap())
      .filter((type) => !isBuiltIn(type))
      .flatMap(requiredOf)
    expect(demanded.filter((name) => !named.has(name))).toEqual([])
  })

  it('describes every type, field, argument, enum value and input field', () => {
    const types = Object.values(graph.getTypeMap()).filter((type) => !isBuiltIn(type))
    expect(types.flatMap(withoutDescription)).toEqual([])
  })

  it('shows nothing of federation', () => {
    const shown = JSON.stringify(introspectionFromSchema(graph))
    for (const word of ['join__', '_entities', '_service', '.invalid']) expect(shown).not.toContain(word)
  })
})

function isBuiltIn(type: GraphQLNamedType): boolean {
  return isSpecifiedScalarType(type) || isIntrospectionType(type)
}

/** One line for each thing that a client can rely on: `Query.movie(id): ID!`. */
function linesOf(type: GraphQLNamedType): string[] {
  const lines = [`${type.name} is a ${type.constructor.name}`]
  if (isEnumType(type)) return [...lines, ...type.getValues().map(({ name }) => `${type.name}.${name} is a value`)]
  if (isUnionType(type)) return [...lines, ...type.getTypes().map(({ name }) => `${type.name} may be ${name}`)]
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields())
    return [...lines, ...fields.map((field) => `${type.name}.${field.name}: ${typed(field)}`)]
  }
  if (!isObjectType(type)) return lines
  return Object.values(type.getFields()).reduce(
    (all, field) => [
      ...all,
      `${type.name}.${field.name}: ${String(field.type)}`,
      ...field.args.map((arg) => `${type.name}.${field.name}(${arg.name}): ${typed(arg)}`),
    ],
    lines,
  )
}

function typed({ type, defaultValue }: { readonly type: GraphQLInputType; readonly defaultValue?: unknown }): string {
  return `${String(type)} = ${JSON.stringify(defaultValue)}`
}

function nameOf(line: string): string {
  return line.split(/: | is | may /, 1)[0] ?? ''
}

function requiredOf(type: GraphQLNamedType): string[] {
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).filter(isRequiredInputField).map(({ name }) => `${type.name}.${name}`)
  }
  if (!isObjectType(type)) return []
  return Object.values(type.getFields()).flatMap((field) =>
    field.args.filter(isRequiredArgument).map((arg) => `${type.name}.${field.name}(${arg.name})`),
  )
}

/** The roots are known by their names. */
const needNoWords: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription'])

function withoutDescription(type: GraphQLNamedType): string[] {
  const parts: { name: string; description?: string | null | undefined }[] = needNoWords.has(type.name) ? [] : [type]
  if (isEnumType(type)) for (const value of type.getValues()) parts.push({ ...value, name: `${type.name}.${value.name}` })
  if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields())) parts.push({ ...field, name: `${type.name}.${field.name}` })
  }
  if (isObjectType(type)) {
    for (const field of Object.values(type.getFields())) {
      parts.push({ ...field, name: `${type.name}.${field.name}` })
      for (const arg of field.args) parts.push({ ...arg, name: `${type.name}.${field.name}(${arg.name})` })
    }
  }
  return parts.filter(({ description }) => !description).map(({ name }) => name)
}
