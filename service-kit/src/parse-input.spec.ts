import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { parseInput } from './parse-input.js'

const schema = z.object({
  input: z.object({
    email: z.email('must be an e-mail address').max(10, 'must have at most 10 characters'),
    seats: z.array(z.object({ row: z.string().min(1, 'must not be empty') })),
  }),
})

describe('parsing arguments', () => {
  it('gives them as the schema says', () => {
    const trimmed = z.object({ name: z.string().trim() })
    expect(parseInput(trimmed, { name: ' Ada ', more: 1 })).toEqual({ name: 'Ada' })
  })

  it('says what is wrong with each field, by its path, one thing at a time', () => {
    const given = { input: { email: 'not-an-address', seats: [{ row: 'A' }, { row: '' }] } }
    expect(() => parseInput(schema, given)).toThrow(
      expect.objectContaining({
        extensions: {
          code: 'BAD_USER_INPUT',
          fields: { 'input.email': 'must be an e-mail address', 'input.seats.1.row': 'must not be empty' },
        },
      }),
    )
  })
})
