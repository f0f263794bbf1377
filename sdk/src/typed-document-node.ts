import type { DocumentNode } from 'graphql'

/**
 * A document that knows the types of its result and variables: that of `@graphql-typed-document-node/core`, which GraphQL
 * clients look for. Written here, because that package would bring `graphql` to all who use this one.
 */
export interface TypedDocumentNode<Result, Variables> extends DocumentNode {
  /** Of the types alone; there is nothing at run time. */
  __apiType?: (variables: Variables) => Result
}
