import { isEnumType, isInputObjectType, isListType, isNonNullType, isRequiredArgument, isRequiredInputField, print, astFromValue } from 'graphql'
import type { GraphQLArgument, GraphQLInputType } from 'graphql'
import type { Random } from './random.js'

/** Arguments and variables of one random operation. */
export interface RandomValues {
  /** As text; undefined where it is left out. */
  argument(argument: GraphQLArgument): string | undefined
  condition(): string
  /** `$v0: Int = 3` */
  readonly definitions: readonly string[]
  readonly variables: Readonly<Record<string, unknown>>
}

/** @param hasLiterals conditions may be written out. */
export function createRandomValues(random: Random, hasLiterals: boolean): RandomValues {
  const definitions: string[] = []
  const variables: Record<string, unknown> = {}
  const conditions: string[] = []

  function variable(type: string, isRequired: boolean, make: () => unknown, literal: (value: unknown) => string): string {
    const name = `v${definitions.length}`
    const hasDefault = !type.endsWith('!') && random.chance(0.3)
    definitions.push(`$${name}: ${type}${hasDefault ? ` = ${literal(make())}` : ''}`)
    const mayBeLeftOut = (hasDefault || !isRequired) && !type.endsWith('!')
    if (!mayBeLeftOut || random.chance(0.7)) variables[name] = make()
    return `$${name}`
  }

  return {
    definitions,
    variables,
    argument({ type, defaultValue, ...rest }) {
      const isRequired = isRequiredArgument({ type, defaultValue, ...rest })
      if (!isRequired && random.chance(0.4)) return undefined
      if (random.chance(0.5)) return literalOf(type, valueOf(type, random))
      const declared = String(type)
      return variable(declared, isRequired, () => valueOf(type, random), (value) => literalOf(type, value))
    },
    condition() {
      if (hasLiterals && random.chance(0.3)) return String(random.chance(0.5))
      // Conditions share variables, as they do in life.
      if (conditions.length > 0 && random.chance(0.5)) return random.pick(conditions)
      const name = variable(random.pick(['Boolean!', 'Boolean']), true, () => random.chance(0.5), String)
      conditions.push(name)
      return name
    },
  }
}

function valueOf(type: GraphQLInputType, random: Random): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType, random) ?? valueOf(type.ofType, random) ?? fallback(type.ofType, random)
  if (random.chance(0.1)) return null
  return fallback(type, random)
}

function fallback(type: GraphQLInputType, random: Random): unknown {
  if (isNonNullType(type)) return fallback(type.ofType, random)
  if (isListType(type)) return random.chance(0.15) ? valueOf(type.ofType, random) : Array.from({ length: random.below(3) }, () => valueOf(type.ofType, random))
  if (isEnumType(type)) return random.pick(type.getValues()).name
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((field) => isRequiredInputField(field) || random.chance(0.6))
    return Object.fromEntries(fields.map((field) => [field.name, valueOf(field.type, random)]))
  }
  switch (type.name) {
    case 'Int':
      return random.below(5)
    case 'Float':
      return random.below(50) / 4
    case 'Boolean':
      return random.chance(0.5)
    case 'ID':
      return String(random.below(60))
    case 'DateTime':
      return new Date(random.below(2 ** 31) * 1_000).toISOString()
    default:
      return random.pick(['', 'text', '"quoted" \\ é\u2028', '__proto__'])
  }
}

function literalOf(type: GraphQLInputType, value: unknown): string {
  const node = astFromValue(value, type)
  if (node == null) throw new Error(`${JSON.stringify(value)} is no ${String(type)}.`)
  return print(node)
}
