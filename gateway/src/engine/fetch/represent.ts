import { isJsonObject } from '../data/json.js'
import type { JsonObject } from '../data/json.js'
import { compileRewrites } from '../data/rewrite.js'
import type { TypeConditions } from '../data/type-conditions.js'
import type { Variables } from '../operation/variables.js'
import type { EntityGroup, RequiredSelection } from '../plan/plan.js'

/**
 * Writes what a subgraph must know of an entity, as JSON: the text is what is sent, and by it equal entities are known.
 * Undefined where a needed field is missing (its fetch failed): the entity is not asked for.
 */
export type Represent = (entity: JsonObject, variables: Variables) => string | undefined

export function compileRepresentation({ requires, inputRewrites }: Pick<EntityGroup, 'requires' | 'inputRewrites'>, types: TypeConditions): Represent {
  const write = compileObject(requires, types, true)
  const rewrite = compileRewrites(inputRewrites, types)
  if (rewrite === null) return write
  return (entity, variables) => {
    const text = write(entity, variables)
    if (text === undefined) return undefined
    const representation: unknown = JSON.parse(text)
    rewrite(representation)
    return JSON.stringify(representation)
  }
}

interface FieldWriter {
  readonly from: string
  /** `{"id":` or `,"id":`. */
  readonly head: string
  /** Null: a leaf. */
  readonly object: Represent | null
}

/** Fields depend on the object's type and on conditions; they are found out once for each combination. */
function compileObject(selections: readonly RequiredSelection[], types: TypeConditions, isEntity: boolean): Represent {
  const conditions = conditionsIn(selections)
  const known = new Map<string, readonly FieldWriter[]>()

  function fieldsOf(typename: string, variables: Variables): readonly FieldWriter[] {
    const key = conditions.reduce((text, name) => `${text} ${String(variables.isTrue(name))}`, typename)
    const there = known.get(key)
    if (there !== undefined) return there
    const fields = compileFields(selections, typename, variables, types, isEntity)
    known.set(key, fields)
    return fields
  }

  return (entity, variables) => {
    const typename = entity['__typename']
    const isKnown = typeof typename === 'string' && types.knows(typename)
    if (isEntity && !isKnown) return undefined
    const fields = fieldsOf(isKnown ? typename : '', variables)
    if (fields.length === 0) return isEntity ? undefined : '{}'
    let text = ''
    for (const { from, head, object } of fields) {
      const value = object === null ? JSON.stringify(entity[from]) : writeNested(entity[from], object, variables)
      if (value === undefined) return undefined
      text += head + value
    }
    return `${text}}`
  }
}

function writeNested(value: unknown, object: Represent, variables: Variables): string | undefined {
  if (isJsonObject(value)) return object(value, variables)
  if (!Array.isArray(value)) return JSON.stringify(value)
  const items: string[] = []
  for (const item of value) {
    const text = writeNested(item, object, variables)
    if (text === undefined) return undefined
    items.push(text)
  }
  return `[${items.join(',')}]`
}

function compileFields(
  selections: readonly RequiredSelection[],
  typename: string,
  variables: Variables,
  types: TypeConditions,
  isEntity: boolean,
): readonly FieldWriter[] {
  const fields = new Map<string, { readonly from: string; readonly selections: RequiredSelection[] }>()
  gather(selections)
  if (isEntity && fields.size > 0 && !fields.has('__typename')) fields.set('__typename', { from: '__typename', selections: [] })
  return [...fields].map(([to, field], index) => ({
    from: field.from,
    head: `${index === 0 ? '{' : ','}${JSON.stringify(to)}:`,
    object: field.selections.length === 0 ? null : compileObject(field.selections, types, false),
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
