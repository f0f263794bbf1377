import { Kind, isAbstractType, isCompositeType, isLeafType, isListType, isNonNullType, isObjectType, isUnionType } from 'graphql'
import type { FieldNode, GraphQLCompositeType, GraphQLOutputType, GraphQLSchema, SelectionSetNode } from 'graphql'
import { isIncluded, isIntrospection, isMet, keyOf } from '../operation/fields.js'
import type { PreparedOperation } from '../operation/prepare-operation.js'
import { leafCoercion } from './leaf.js'
import type { FieldShape, ObjectShape, ValueShape } from './shape.js'

/** Whether a condition's variable is true. */
export type IsTrue = (variable: string) => boolean

/** The shape of an operation's answer, under given conditions. Types are compiled when the first object of each is seen. */
export function compileShape(
  schema: GraphQLSchema,
  { operation, fragments, clientKey }: Pick<PreparedOperation, 'operation' | 'fragments' | 'clientKey'>,
  isTrue: IsTrue,
): ObjectShape {
  const root = schema.getRootType(operation.operation)
  if (root == null) throw new Error(`The schema has no ${operation.operation}.`)
  return objectShape(root, [operation.selectionSet])

  function objectShape(declared: GraphQLCompositeType, sets: readonly SelectionSetNode[]): ObjectShape {
    if (isObjectType(declared)) {
      let fields: readonly FieldShape[] | undefined
      return { type: declared.name, fieldsOf: () => (fields ??= fieldsOf(declared, sets)) }
    }
    const known = new Map<unknown, readonly FieldShape[]>()
    return {
      type: declared.name,
      fieldsOf(object) {
        const typename = object['__typename']
        const there = known.get(typename)
        if (there !== undefined) return there
        const type = typename === undefined ? declared : typeof typename === 'string' ? schema.getType(typename) : undefined
        if (!isCompositeType(type)) return null
        const fields = fieldsOf(type, sets)
        known.set(typename, fields)
        return fields
      },
    }
  }

  function fieldsOf(type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): readonly FieldShape[] {
    return [...collect(type, sets, new Map())].flatMap(([key, nodes]) => fieldShape(type, key, nodes) ?? [])
  }

  /** https://spec.graphql.org/October2021/#CollectFields() */
  function collect(type: GraphQLCompositeType, sets: readonly SelectionSetNode[], fields: Map<string, FieldNode[]>): Map<string, FieldNode[]> {
    for (const selection of sets.flatMap(({ selections }) => selections)) {
      if (!isIncluded(selection, (condition) => isMet(condition, isTrue))) continue
      if (selection.kind === Kind.FIELD) {
        const key = keyOf(selection)
        const there = fields.get(key)
        if (there === undefined) fields.set(key, [selection])
        else there.push(selection)
        continue
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value)
      if (fragment === undefined) continue
      if (applies(type, fragment.typeCondition?.name.value)) collect(type, [fragment.selectionSet], fields)
    }
    return fields
  }

  function applies(type: GraphQLCompositeType, condition: string | undefined): boolean {
    if (condition === undefined || condition === type.name) return true
    const wanted = schema.getType(condition)
    return isAbstractType(wanted) && !isUnionType(type) && schema.isSubType(wanted, type)
  }

  function fieldShape(type: GraphQLCompositeType, key: string, nodes: readonly FieldNode[]): FieldShape | undefined {
    const [node] = nodes
    if (node === undefined) return undefined
    const name = node.name.value
    const value = valueOf()
    const shown = clientKey(key)
    return value && { key, clientKey: shown, head: `${JSON.stringify(shown)}:`, coordinate: `${type.name}.${name}`, value }

    function valueOf(): ValueShape | undefined {
      if (name === '__typename') return { kind: 'typename', name: isObjectType(type) ? type.name : null }
      if (node !== undefined && isIntrospection(node)) return { kind: 'introspection', nodes }
      if (isUnionType(type)) return undefined
      const field = type.getFields()[name]
      return field && valueShape(field.type, nodes.flatMap(({ selectionSet }) => selectionSet ?? []))
    }
  }

  function valueShape(declared: GraphQLOutputType, sets: readonly SelectionSetNode[]): ValueShape {
    const isNonNull = isNonNullType(declared)
    const type = isNonNullType(declared) ? declared.ofType : declared
    if (isListType(type)) return { kind: 'list', isNonNull, item: valueShape(type.ofType, sets) }
    if (isLeafType(type)) return { kind: 'leaf', isNonNull, coerce: leafCoercion(type) }
    return { kind: 'object', isNonNull, object: objectShape(type, sets) }
  }
}
