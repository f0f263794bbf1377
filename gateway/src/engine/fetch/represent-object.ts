import { isJsonObject } from '../data/json.js'
import type { Types } from '../data/types.js'
import type { Variables } from '../operation/variables.js'
import type { RequiredSelection } from '../plan/plan.js'
import type { Represent } from './represent.js'

interface FieldWriter {
  readonly from: string
  /** `{"id":` or `,"id":`. */
  readonly head: string
  /** What is written where it does not depend on the object. */
  readonly constant: string | null
  /** Null: a leaf. */
  readonly object: Represent | null
}

/** Where the object is an entity. */
export interface Addressee {
  readonly subgraph: string
  /** Whether this is but a part of what it gets. */
  readonly isPart: boolean
}

/**
 * Fields depend on the object's type and on conditions; they are found out once for each combination.
 *
 * @param addressee to whom an entity is made known; null: it is an object within one.
 */
export function compileObject(selections: readonly RequiredSelection[], types: Types, addressee: Addressee | null): Represent {
  const conditions = conditionsIn(selections)
  const known = new Map<string, readonly FieldWriter[]>()

  function fieldsOf(typename: string, variables: Variables): readonly FieldWriter[] {
    const key = conditions.reduce((text, name) => `${text} ${String(variables.isTrue(name))}`, typename)
    const there = known.get(key)
    if (there !== undefined) return there
    const fields = compileFields(selections, typename, variables, types, addressee)
    known.set(key, fields)
    return fields
  }

  return (object, variables) => {
    const typename = object['__typename']
    const isKnown = typeof typename === 'string' && types.knows(typename)
    if (addressee !== null && !isKnown) return undefined
    const fields = fieldsOf(isKnown ? typename : '', variables)
    if (fields.length === 0) return addressee === null ? '{}' : undefined
    let text = ''
    for (const { from, head, constant, object: below } of fields) {
      const value = constant ?? (below === null ? JSON.stringify(object[from]) : writeNested(object[from], below, variables))
      if (value === undefined) return undefined
      text += head + value
    }
    return `${text}}`
  }
}

function writeNested(value: unknown, write: Represent, variables: Variables): string | undefined {
  if (isJsonObject(value)) return write(value, variables)
  if (!Array.isArray(value)) return JSON.stringify(value)
  const items: string[] = []
  for (const item of value) {
    const text = writeNested(item, write, variables)
    if (text === undefined) return undefined
    items.push(text)
  }
  return `[${items.join(',')}]`
}

function compileFields(
  selections: readonly RequiredSelection[],
  typename: string,
  variables: Variables,
  types: Types,
  addressee: Addressee | null,
): readonly FieldWriter[] {
  const fields = new Map<string, { readonly from: string; readonly selections: RequiredSelection[] }>()
  gather(selections)
  if (addressee !== null) {
    // Such a part of a plan means other types; @apollo/gateway sends it, and the subgraph does not know who is meant.
    if (!addressee.isPart && !types.isFoundBy(addressee.subgraph, typename, new Set(fields.keys()))) return []
    if (fields.size > 0 && !fields.has('__typename')) fields.set('__typename', { from: '__typename', selections: [] })
  }
  return [...fields].map(([to, field], index) => ({
    from: field.from,
    head: `${index === 0 ? '{' : ','}${JSON.stringify(to)}:`,
    constant: addressee !== null && to === '__typename' ? JSON.stringify(types.nameIn(addressee.subgraph, typename)) : null,
    object: field.selections.length === 0 ? null : compileObject(field.selections, types, null),
  }))

  function gather(list: readonly RequiredSelection[]): void {
    for (const selection of list) {
      if (selection.kind === 'field') {
        const field = fields.get(selection.to) ?? { from: selection.from, selections: [] }
        field.selections.push(...selection.selections)
        fields.set(selection.to, field)
      } else if (applies(selection)) gather(selection.selections)
    }
  }

  function applies({ type, skipIf, includeIf }: Extract<RequiredSelection, { kind: 'fragment' }>): boolean {
    if (skipIf !== null && variables.isTrue(skipIf)) return false
    if (includeIf !== null && !variables.isTrue(includeIf)) return false
    return types.fits(typename, type)
  }
}

function conditionsIn(selections: readonly RequiredSelection[]): string[] {
  const names = selections.flatMap((selection) => {
    if (selection.kind === 'field') return []
    return [selection.skipIf, selection.includeIf, ...conditionsIn(selection.selections)].filter((name) => name !== null)
  })
  return [...new Set(names)]
}
