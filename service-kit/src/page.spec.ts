import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { connectionOf, decodeCursor, encodeCursor, pageSize } from './page.js'

const position = z.tuple([z.string(), z.number()])

describe('a page', () => {
  it('has as many entries as asked for, and says whether there are more', () => {
    const page = connectionOf({ found: ['a', 'b', 'c'], first: 2, totalCount: 5, positionOf: (node) => [node, 1] })
    expect(page.nodes).toEqual(['a', 'b'])
    expect(page.pageInfo.hasNextPage).toBe(true)
    expect(decodeCursor(page.pageInfo.endCursor, position)).toEqual(['b', 1])
  })

  it('may be the last, or empty', () => {
    const page = connectionOf({ found: [], first: 2, totalCount: 0, positionOf: String })
    expect(page).toEqual({ edges: [], nodes: [], totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null } })
  })

  it.each([0, -1, 101, 1.5, Number.NaN])('never has %d entries', (first) => {
    expect(() => pageSize(first)).toThrow(expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT', fields: { first: 'must be 1 to 100' } } }))
  })

  it.each(['', 'nonsense', encodeCursor(['a']), encodeCursor({ $gt: '' })])('follows no cursor that is not ours: %s', (after) => {
    expect(() => decodeCursor(after, position)).toThrow('This cursor is not one of ours.')
  })

  it('begins at the beginning where there is no cursor', () => {
    expect([decodeCursor(null, position), decodeCursor(undefined, position), pageSize(1), pageSize(100)]).toEqual([null, null, 1, 100])
  })
})
