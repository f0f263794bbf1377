import * as all from './generated/operations.js'
import type { RequestOptions } from './http.js'
import type { AnyOperation, Operation } from './operation.js'
import { uniqueId } from './unique-id.js'

type All = typeof all
type DataOf<Op> = Op extends { readonly types?: { readonly data: infer Data } } ? Data : never
type VariablesOf<Op> = Op extends { readonly types?: { readonly variables: infer Variables } } ? Variables : never

/** The client makes a key of its own where none is given. */
type WithoutKey<Variables> = Variables extends { readonly idempotencyKey: string }
  ? Omit<Variables, 'idempotencyKey'> & { readonly idempotencyKey?: string }
  : Variables extends { readonly input: infer Input extends { readonly idempotencyKey: string } }
    ? { readonly input: Omit<Input, 'idempotencyKey'> & { readonly idempotencyKey?: string } }
    : Variables
type Flat<T> = { [K in keyof T]: T[K] }
type Given<Op> = Flat<WithoutKey<VariablesOf<Op>>>

/** The two orders of OrderResult can't be read under one name; here they are again. */
export type Outcome<Result> = Result extends { readonly refusedOrder: infer Order }
  ? Flat<Omit<Result, 'refusedOrder'> & { readonly order: Order }>
  : Result

/** No argument where none is needed. */
type Arguments<Variables> = Record<string, never> extends Variables
  ? [variables?: Variables, options?: RequestOptions]
  : [variables: Variables, options?: RequestOptions]

/** Rejects with GraphError, or with the signal's reason. */
type Method<Op> = (...given: Arguments<Given<Op>>) => Promise<Outcome<DataOf<Op>[keyof DataOf<Op>]>>

type Asked = {
  [Name in keyof All as All[Name] extends Operation<infer _D, infer _V>
    ? Name extends `${string}Changed`
      ? never
      : Uncapitalize<Name & string>
    : never]: Method<All[Name]>
}

/** Each query and mutation by its name; what comes back is its one field. */
export type Methods = Flat<Asked>

export type Ask = <Data, Variables>(operation: Operation<Data, Variables>, variables: Variables, options?: RequestOptions) => Promise<Data>

export function methodsOf(ask: Ask): Methods {
  const methods: Record<string, unknown> = {}
  for (const operation of Object.values<AnyOperation>(all)) {
    if (operation.kind === 'subscription') continue
    methods[operation.name.charAt(0).toLowerCase() + operation.name.slice(1)] = async (variables = {}, options?: RequestOptions) =>
      outcome((await ask(operation as Operation<Record<string, unknown>, object>, withKey(operation, variables), options))[operation.rootField])
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made from the same operations as the type.
  return methods as Methods
}

/** One key for all tries of one call: however often it arrives, it is one wish. */
export function withKey({ text }: AnyOperation, variables: { readonly input?: object }): object {
  if (text.includes('$idempotencyKey')) return { idempotencyKey: uniqueId(), ...variables }
  if (!/\$input:Create(?:Best)?OrderInput!/.test(text)) return variables
  return { ...variables, input: { idempotencyKey: uniqueId(), ...variables.input } }
}

function outcome(result: unknown): unknown {
  if (typeof result !== 'object' || result === null || !('refusedOrder' in result)) return result
  const { refusedOrder: order, ...rest } = result
  return { ...rest, order }
}
