import { GraphQLError, isEnumType, isListType, isNonNullType, isScalarType } from 'graphql'
import type { GraphQLEnumType, GraphQLInterfaceType, GraphQLList, GraphQLObjectType, GraphQLOutputType, GraphQLScalarType, GraphQLUnionType } from 'graphql'
import type { Facts } from './facts.js'
import { hash } from './random.js'

/** An object. What it is and all that it holds follows from its number. */
export interface Being {
  readonly number: number
  /** What a subgraph was told of it. */
  readonly told?: Readonly<Record<string, unknown>>
}

/** How much of what may go wrong does: probabilities. */
export interface Troubles {
  readonly nulls: number
  /** Fields that throw. */
  readonly failures: number
  /** Values that break the schema, without an error. */
  readonly broken: number
  /** Entities that are named and not found. */
  readonly lost: number
  /** Whether there are objects of types that clients don't see. */
  readonly hidden: boolean
}

/** A type that clients don't see. */
const HIDDEN = 'Ghost'

/** All values of a graph, decided by a seed: whoever is asked, the answer is the same. */
export interface World {
  /** Throws where the field fails. @param requirements what the field depends on beside the being and its arguments. */
  value(being: Being, field: string, type: GraphQLOutputType, args: object, requirements: unknown): unknown
  typeOf(being: Being): string
  /** The being that a representation means. */
  find(typename: string, reference: Readonly<Record<string, unknown>>): Being | null
  root(typename: string): Being
}

type Nullable = GraphQLScalarType | GraphQLEnumType | GraphQLObjectType | GraphQLInterfaceType | GraphQLUnionType | GraphQLList<GraphQLOutputType>

const codes = ['NOT_FOUND', 'FORBIDDEN', 'UNAVAILABLE', 'SECRET', undefined]

export function createWorld(seed: string, { types, possible, enums, keys }: Facts, troubles: Troubles): World {
  function typeOf({ number }: Being): string {
    return at(types, number)
  }

  function beingOf(type: string, which: number): Being {
    return { number: which * types.length + types.indexOf(type) }
  }

  function happens(probability: number, what: string): boolean {
    return probability > 0 && hash(`${seed} ${what}`) / 2 ** 32 < probability
  }

  function keyValue({ number }: Being, type: GraphQLOutputType): unknown {
    const named = isNonNullType(type) ? type.ofType : type
    if (isListType(named) || isEnumType(named)) throw new Error('Such a key is not understood.')
    return isScalarType(named) ? String(number) : beingOf(named.name, Math.floor(number / types.length))
  }

  function made(type: GraphQLOutputType, what: string): unknown {
    if (happens(troubles.broken, `${what} is broken`)) return wrongValue(isNonNullType(type) ? type.ofType : type, hash(what))
    if (isNonNullType(type)) return full(type.ofType, what)
    return happens(troubles.nulls, `${what} is null`) ? null : full(type, what)
  }

  function full(type: Nullable, what: string): unknown {
    const bits = hash(`${seed} ${what}`)
    if (isListType(type)) return Array.from({ length: bits % 4 }, (_, index) => made(type.ofType, `${what}/${index}`))
    if (isEnumType(type)) return at(enums.get(type.name) ?? [], bits)
    if (isScalarType(type)) return scalar(type.name, bits, what)
    const members = (possible.get(type.name) ?? [type.name]).filter((name) => troubles.hidden || name !== HIDDEN)
    return beingOf(at(members, bits), (bits >>> 8) % 4)
  }

  return {
    typeOf,
    root: (typename) => beingOf(typename, 0),
    value(being, field, type, args, requirements) {
      const coordinate = `${typeOf(being)}.${field}`
      if (keys.has(coordinate)) return keyValue(being, type)
      const what = `${coordinate}#${being.number}${JSON.stringify(args)}${JSON.stringify(requirements) ?? ''}`
      if (happens(troubles.failures, `${what} fails`)) {
        const code = at(codes, hash(what))
        throw new GraphQLError(`${what} failed`, code === undefined ? {} : { extensions: { code } })
      }
      return made(type, what)
    },
    find(typename, reference) {
      const concrete = possible.get(typename)?.[0] ?? typename
      for (const [field, given] of Object.entries(reference)) {
        if (!keys.has(`${concrete}.${field}`)) continue
        const number = typeof given === 'string' ? Number(given) : beingOf(typename, Math.floor(Number(idIn(given)) / types.length)).number
        if (Number.isNaN(number)) continue
        return happens(troubles.lost, `${number} is lost`) ? null : { number, told: reference }
      }
      throw new Error(`Nobody knows which ${typename} is meant.`)
    },
  }
}

/** None of the type's, by anybody's rules. */
function wrongValue(type: Nullable, bits: number): unknown {
  if (isListType(type)) return at([null, {}], bits)
  if (isEnumType(type)) return at([null, 'WRONG'], bits)
  return at<unknown>({ Int: [null, 'wrong', {}], Float: [null, 'wrong', []], String: [null, {}], Boolean: [null, 'wrong'] }[type.name] ?? [null], bits)
}

function idIn(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined
}

function scalar(type: string, bits: number, what: string): unknown {
  switch (type) {
    case 'Int':
      return bits % 1_000
    case 'Float':
      return (bits % 1_000) / 8
    case 'Boolean':
      return bits % 2 === 0
    case 'DateTime':
      return new Date(bits * 1_000).toISOString()
    default:
      return `${what.split('(', 1)[0] ?? ''} ${bits % 100} "é\u2028`
  }
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length]
  if (found === undefined && list.length === 0) throw new Error('There is nothing to choose from.')
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it is one of the list's, even where that is undefined.
  return found as T
}
