import type { Methods } from './generated/methods.js'
import * as all from './generated/operations.js'
import type { RequestOptions } from './http.js'
import type { AnyOperation, Operation } from './operation.js'
import { uniqueId } from './unique-id.js'

export type Ask = <Data, Variables>(operation: Operation<Data, Variables>, variables: Variables, options?: RequestOptions) => Promise<Data>

export function methodsOf(ask: Ask): Methods {
  const methods: Record<string, unknown> = {}
  for (const operation of Object.values<AnyOperation>(all)) {
    if (operation.kind === 'subscription') continue
    methods[operation.name.charAt(0).toLowerCase() + operation.name.slice(1)] = async (variables = {}, options?: RequestOptions) =>
      outcome((await ask(operation as Operation<Record<string, unknown>, object>, withKey(operation, variables), options))[operation.rootField])
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made from the same operations as the type.
  return methods as unknown as Methods
}

/** One key for all tries of one call: however often it arrives, it is one wish. */
export function withKey({ text }: AnyOperation, variables: { readonly idempotencyKey?: string; readonly input?: { readonly idempotencyKey?: string } }): object {
  const { idempotencyKey = uniqueId(), input } = variables
  if (text.includes('$idempotencyKey')) return { ...variables, idempotencyKey }
  if (!/\$input:Create(?:Best)?OrderInput!/.test(text)) return variables
  return { ...variables, input: { ...input, idempotencyKey: input?.idempotencyKey ?? uniqueId() } }
}

function outcome(result: unknown): unknown {
  if (typeof result !== 'object' || result === null || !('refusedOrder' in result)) return result
  const { refusedOrder: order, ...rest } = result
  return { ...rest, order }
}
