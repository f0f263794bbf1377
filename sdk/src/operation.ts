export interface AnyOperation {
  readonly kind: 'query' | 'mutation' | 'subscription'
  readonly name: string
  /** The one field that it asks for. */
  readonly rootField: string
  /** The document, with all fragments that it uses. */
  readonly text: string
}

/** An operation of the graph: its text, and the types of what goes in and comes out. */
export interface Operation<Data, Variables> extends AnyOperation {
  readonly rootField: string & keyof Data
  /** Of the types alone; there is nothing at run time. */
  readonly types?: { readonly data: Data; readonly variables: Variables }
}

export function operation<Data, Variables>(
  kind: Operation<Data, Variables>['kind'],
  name: string,
  rootField: string & keyof Data,
  text: string,
): Operation<Data, Variables> {
  return { kind, name, rootField, text }
}
