import { Double, Int32, Long, serialize } from 'bson'
import { expect, test } from 'vitest'
import { documentOf, longOf, readFields, textOf, truthOf } from './fields.js'

const fields = readFields(
  Buffer.from(
    serialize({ text: 'sálön', yes: true, no: false, one: new Int32(1), zero: new Double(0), big: Long.fromString('9007199254740993'), list: [1], nothing: null }),
  ),
)

test('fields keep their order', () => {
  expect([...fields.keys()]).toEqual(['text', 'yes', 'no', 'one', 'zero', 'big', 'list', 'nothing'])
})

test('values are read where they have the right type', () => {
  expect(textOf(fields.get('text'))).toBe('sálön')
  expect(textOf(fields.get('yes'))).toBeUndefined()
  expect(longOf(fields.get('big'))).toBe(9_007_199_254_740_993n)
  expect(longOf(fields.get('one'))).toBe(1n)
  expect(documentOf(fields.get('list'))).toBeInstanceOf(Buffer)
})

test('truth is as MongoDB reads it', () => {
  const truths = ['yes', 'no', 'one', 'zero', 'big', 'nothing', 'missing'].map((name) => truthOf(fields.get(name)))
  expect(truths).toEqual([true, false, true, false, true, false, false])
})
