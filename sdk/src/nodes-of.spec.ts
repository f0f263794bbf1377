import { expect, it } from 'vitest'
import { nodesOf } from './nodes-of.js'

const pages = new Map([
  [null, { nodes: [1, 2], pageInfo: { hasNextPage: true, endCursor: 'a' } }],
  ['a', { nodes: [], pageInfo: { hasNextPage: true, endCursor: 'b' } }],
  ['b', { nodes: [3], pageInfo: { hasNextPage: false, endCursor: 'c' } }],
])

function reader() {
  const asked: (string | null)[] = []
  return {
    asked,
    read: async (after: string | null) => {
      asked.push(after)
      const page = pages.get(after)
      if (page === undefined) throw new Error(`no page after ${after}`)
      return page
    },
  }
}

it('gives the nodes of every page', async () => {
  const { asked, read } = reader()
  const all = []
  for await (const node of nodesOf(read)) all.push(node)
  expect([all, asked]).toEqual([[1, 2, 3], [null, 'a', 'b']])
})

it('asks for no page that nobody needs', async () => {
  const { asked, read } = reader()
  for await (const node of nodesOf(read)) if (node === 2) break
  expect(asked).toEqual([null])
})
