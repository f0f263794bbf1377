import { OperationTypeNode, isAbstractType, isCompositeType, isLeafType, isObjectType, isUnionType, getNamedType, parse, validate } from 'graphql'
import type { DocumentNode, GraphQLArgument, GraphQLCompositeType, GraphQLField, GraphQLSchema } from 'graphql'
import { createRandom } from './random.js'
import type { Random } from './random.js'
import { createRandomValues } from './random-values.js'
import type { RandomValues } from './random-values.js'

export interface RandomOperation {
  readonly source: string
  readonly document: DocumentNode
  readonly operationName: string | null
  readonly variables: Readonly<Record<string, unknown>>
}

export interface OperationOptions {
  /** `plain`: without what stock is known to get wrong; `strange`: with aliases that are hard to handle. */
  readonly style: 'plain' | 'strange'
}

/** A valid operation on a schema: the same for the same seed. */
export function randomOperation(schema: GraphQLSchema, seed: string, options: OperationOptions): RandomOperation {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const operation = attemptOperation(schema, createRandom(`${seed} ${attempt}`), options)
    const document = parse(operation.source, { noLocation: true })
    // Selections that can't be merged, mostly.
    if (validate(schema, document).length === 0) return { ...operation, document }
  }
  throw new Error(`No valid operation was found for ${seed}.`)
}

const plainAliases = ['a', 'b', 'c', 'x1', 'y']
const strangeAliases = ['a', 'b', 'c', 'x1', 'id', 'name', 'constructor', 'toString', '__proto__', '__typename', 'hasOwnProperty', 'a__alias_0', '_internal_qp_alias_0', 'renamed_key_0', '__v', 'valueOf']

function attemptOperation(schema: GraphQLSchema, random: Random, { style }: OperationOptions): Omit<RandomOperation, 'document'> {
  const values = createRandomValues(random, style === 'strange')
  const fragments = new Map<string, { readonly type: GraphQLCompositeType; readonly text: string }>()
  let fieldsLeft = 6 + random.below(30)

  /** @param declared the type of the field that it belongs to. */
  function selectionSet(type: GraphQLCompositeType, declared: GraphQLCompositeType, depth: number, most = 4): string {
    const selections = Array.from({ length: 1 + random.below(most) }, () => selection(type, declared, depth)).filter((text) => text !== '')
    // Stock does not ask for an object of which conditions leave nothing.
    if (style === 'plain' && selections.every((text) => text.includes('@'))) selections.push('__typename')
    return selections.length === 0 ? '{ __typename }' : `{ ${selections.join(' ')} }`
  }

  function selection(type: GraphQLCompositeType, declared: GraphQLCompositeType, depth: number): string {
    if (random.chance(0.08)) return `${alias(0.3)}__typename${style === 'plain' ? '' : directives()}`
    if (depth > 1 && random.chance(isAbstractType(type) ? 0.45 : 0.08)) return fragment(type, declared, depth)
    if (isUnionType(type)) return depth > 0 ? fragment(type, declared, depth) : '__typename'
    const fields = Object.values(type.getFields()).filter((field) => depth > 0 || isLeafType(getNamedType(field.type)))
    return fields.length === 0 ? '__typename' : fieldSelection(random.pick(fields), depth)
  }

  function fieldSelection(field: GraphQLField<unknown, unknown>, depth: number): string {
    fieldsLeft -= 1
    if (fieldsLeft < 0) return ''
    const type = getNamedType(field.type)
    const below = isCompositeType(type) ? ` ${selectionSet(type, type, depth - 1)}` : ''
    return `${alias(0.3)}${field.name}${args(field.args)}${directives()}${below}`
  }

  function fragment(type: GraphQLCompositeType, declared: GraphQLCompositeType, depth: number): string {
    // Stock overlooks `... on Dog` within `... on Animal` where the field can only be a Dog.
    const isSimple = style === 'plain' && isObjectType(declared)
    const fitting = isSimple ? [declared] : conditionsFor(schema, type)
    if (!isSimple && random.chance(0.25)) {
      const known = [...fragments].filter(([, { type: on }]) => fitting.includes(on))
      if (known.length > 0 && random.chance(0.4)) return `...${random.pick(known)[0]}${directives()}`
      const on = random.pick(fitting)
      // Kept only when it is whole: a fragment must not spread itself.
      const text = selectionSet(on, declared, depth - 1)
      const name = `F${fragments.size}`
      fragments.set(name, { type: on, text: `fragment ${name} on ${on.name} ${text}` })
      return `...${name}${directives()}`
    }
    if (random.chance(0.15)) return `...${directives()} ${selectionSet(type, declared, depth)}`
    const on = random.pick(fitting)
    return `... on ${on.name}${directives()} ${selectionSet(on, declared, depth - 1)}`
  }

  function alias(probability: number): string {
    if (!random.chance(probability)) return ''
    return `${random.pick(style === 'plain' ? plainAliases : strangeAliases)}: `
  }

  function args(given: readonly GraphQLArgument[]): string {
    const texts = given.flatMap((argument) => {
      const text = values.argument(argument)
      return text === undefined ? [] : [`${argument.name}: ${text}`]
    })
    return texts.length === 0 ? '' : `(${texts.join(', ')})`
  }

  function directives(): string {
    if (!random.chance(0.12)) return ''
    const one = () => `@${random.pick(['skip', 'include'])}(if: ${values.condition()})`
    const [first, second] = [one(), one()]
    return random.chance(0.15) && first.slice(0, 3) !== second.slice(0, 3) ? ` ${first} ${second}` : ` ${first}`
  }

  function introspection(): string {
    const types = Object.keys(schema.getTypeMap()).filter((name) => !name.startsWith('__'))
    const named = `__type(name: "${random.pick(types)}") { kind name __typename fields(includeDeprecated: true) { name ${alias(0.3)}type { name } } }`
    return random.pick([named, '__schema { queryType { name } }', `t: ${named}`])
  }

  const mutation = schema.getMutationType()
  const root = mutation && random.chance(0.12) ? mutation : schema.getQueryType()
  if (!isObjectType(root)) throw new Error('A schema has a Query.')
  const kind = root === mutation ? OperationTypeNode.MUTATION : OperationTypeNode.QUERY
  const body = selectionSet(root, root, 1 + random.below(6), 3)
  const whole = kind === OperationTypeNode.QUERY && random.chance(0.05) ? body.replace('{', () => `{ ${introspection()}`) : body
  return documentText(kind, whole, [...fragments.values()].map(({ text }) => text), values, random)
}

function documentText(kind: OperationTypeNode, body: string, fragments: readonly string[], { definitions, variables }: RandomValues, random: Random): Omit<RandomOperation, 'document'> {
  const name = random.chance(0.5) ? 'Asked' : ''
  const declared = definitions.length === 0 ? '' : `(${definitions.join(', ')})`
  const operation = `${kind} ${name}${declared} ${body}`
  const isOneOfTwo = name !== '' && random.chance(0.1)
  const parts = [operation, ...fragments, ...(isOneOfTwo ? ['query Other { __typename }'] : [])]
  return { source: parts.join('\n'), operationName: isOneOfTwo || (name !== '' && random.chance(0.5)) ? name : null, variables }
}

/** The types that a fragment may be on where a type stands. */
function conditionsFor(schema: GraphQLSchema, type: GraphQLCompositeType): GraphQLCompositeType[] {
  const possible = new Set(isAbstractType(type) ? schema.getPossibleTypes(type) : [type])
  return Object.values(schema.getTypeMap()).filter((candidate): candidate is GraphQLCompositeType => {
    if (!isCompositeType(candidate) || candidate.name.startsWith('__')) return false
    return isAbstractType(candidate) ? schema.getPossibleTypes(candidate).some((member) => possible.has(member)) : possible.has(candidate)
  })
}
