import type { FieldNode } from 'graphql'
import type { CoerceLeaf } from './leaf.js'

/** What an answer looks like: which fields of the merged data a client gets, in what order, of what type. */
export interface ObjectShape {
  /** The type that the schema declares. */
  readonly type: string
  /** Depends on the object's own type. Null: clients know no such type here. */
  fieldsOf(object: { readonly [key: string]: unknown }): readonly FieldShape[] | null
}

export interface FieldShape {
  /** In the merged data. */
  readonly key: string
  /** In the answer. */
  readonly clientKey: string
  /** `"movie":` */
  readonly head: string
  /** Such as `Query.movie`. */
  readonly coordinate: string
  readonly value: ValueShape
}

export type ValueShape =
  | { readonly kind: 'typename'; readonly name: string | null }
  | { readonly kind: 'introspection'; readonly nodes: readonly FieldNode[] }
  | { readonly kind: 'leaf'; readonly isNonNull: boolean; readonly coerce: CoerceLeaf }
  | { readonly kind: 'list'; readonly isNonNull: boolean; readonly item: ValueShape }
  | { readonly kind: 'object'; readonly isNonNull: boolean; readonly object: ObjectShape }
