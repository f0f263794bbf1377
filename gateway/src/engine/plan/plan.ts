/**
 * How an operation is answered: what to ask which subgraph, in what order. Both planners' plans are brought into this
 * form. Null: nothing is to be asked.
 */
export type Plan = PlanNode | null

export type PlanNode = Sequence | Parallel | Condition | RootFetch | EntityFetch

export interface Sequence {
  readonly kind: 'sequence'
  readonly nodes: readonly PlanNode[]
}

export interface Parallel {
  readonly kind: 'parallel'
  readonly nodes: readonly PlanNode[]
}

export interface Condition {
  readonly kind: 'condition'
  /** A variable of the operation: true or false. */
  readonly variable: string
  readonly whenTrue: Plan
  readonly whenFalse: Plan
}

/** What a subgraph is sent, but for values. */
export interface SubgraphOperation {
  readonly subgraph: string
  readonly query: string
  readonly operationName: string | null
  /** Of the client's variables those that are sent along. */
  readonly variables: readonly string[]
}

/** Asks for fields of Query or Mutation. */
export interface RootFetch {
  readonly kind: 'root fetch'
  readonly operation: SubgraphOperation
  /** Where in the answer the root type stands: nearly always at the top. */
  readonly path: PlanPath
  readonly outputRewrites: readonly Rewrite[]
}

/** Asks for fields of entities that an earlier fetch named. */
export interface EntityFetch {
  readonly kind: 'entity fetch'
  readonly operation: SubgraphOperation
  readonly groups: readonly EntityGroup[]
}

/** Entities of which the same is asked for, under one response key. */
export interface EntityGroup {
  readonly responseKey: string
  /** The variable of their representations; several groups may share one. */
  readonly variable: string
  /** Where they stand in the answer. */
  readonly paths: readonly PlanPath[]
  readonly requires: readonly RequiredSelection[]
  readonly inputRewrites: readonly Rewrite[]
  readonly outputRewrites: readonly Rewrite[]
}

export type PlanPath = readonly PathSegment[]

export type PathSegment =
  | { readonly kind: 'field'; readonly key: string }
  | { readonly kind: 'items' }
  | { readonly kind: 'types'; readonly names: readonly string[] }

/** What a representation is made of. */
export type RequiredSelection = RequiredField | RequiredFragment

export interface RequiredField {
  readonly kind: 'field'
  /** Its key in the merged data. */
  readonly from: string
  /** Its key in the representation. */
  readonly to: string
  /** Empty for leaves. */
  readonly selections: readonly RequiredSelection[]
}

export interface RequiredFragment {
  readonly kind: 'fragment'
  readonly type: string
  readonly selections: readonly RequiredSelection[]
  readonly skipIf: string | null
  readonly includeIf: string | null
}

/** A change of a representation before it is sent, or of an answer before it is merged. */
export interface Rewrite {
  readonly path: readonly (FieldSegment | TypesSegment)[]
  /** In the objects at the path. */
  readonly key: string
  readonly change: { readonly kind: 'set'; readonly value: unknown } | { readonly kind: 'rename'; readonly to: string }
}

type FieldSegment = Extract<PathSegment, { kind: 'field' }>
type TypesSegment = Extract<PathSegment, { kind: 'types' }>
