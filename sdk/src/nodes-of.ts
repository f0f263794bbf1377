export interface Page<Node> {
  readonly nodes: readonly Node[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

/**
 * All nodes of all pages, each page asked for when it is needed:
 * `for await (const movie of nodesOf((after) => client.movies({ after }))) …`
 */
export async function* nodesOf<Node>(read: (after: string | null) => Promise<Page<Node>>): AsyncGenerator<Node, void> {
  for (let after: string | null = null; ; ) {
    const { nodes, pageInfo }: Page<Node> = await read(after)
    yield* nodes
    if (!pageInfo.hasNextPage || pageInfo.endCursor === null) return
    after = pageInfo.endCursor
  }
}
