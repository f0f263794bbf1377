import type { z } from 'zod'
import { badUserInput } from './faults.js'

export interface Connection<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[]
  readonly nodes: readonly Node[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  readonly totalCount: number
}

const MAX_PAGE = 100

/** `first` as asked for: 1 to 100. */
export function pageSize(first: number): number {
  if (Number.isInteger(first) && first >= 1 && first <= MAX_PAGE) return first
  throw badUserInput(`A page has 1 to ${MAX_PAGE} entries.`, { first: `must be 1 to ${MAX_PAGE}` })
}

/** `position`: the sort keys of the last entry that was seen, as JSON. Opaque to clients. */
export function encodeCursor(position: unknown): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url')
}

/** Null where there is no cursor; BAD_USER_INPUT where it is none of ours. */
export function decodeCursor<T>(after: string | null | undefined, schema: z.ZodType<T>): T | null {
  if (after === null || after === undefined) return null
  const parsed = schema.safeParse(jsonOf(Buffer.from(after, 'base64url').toString()))
  if (parsed.success) return parsed.data
  throw badUserInput('This cursor is not one of ours.', { after: 'must be an endCursor or cursor of this list' })
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A page of `found`, which holds up to `first + 1` entries: the one too many tells whether there are more. */
export function connectionOf<Node>(page: {
  readonly found: readonly Node[]
  readonly first: number
  readonly totalCount: number
  readonly positionOf: (node: Node) => unknown
}): Connection<Node> {
  const nodes = page.found.slice(0, page.first)
  const edges = nodes.map((node) => ({ cursor: encodeCursor(page.positionOf(node)), node }))
  return {
    edges,
    nodes,
    pageInfo: { hasNextPage: page.found.length > page.first, endCursor: edges.at(-1)?.cursor ?? null },
    totalCount: page.totalCount,
  }
}
