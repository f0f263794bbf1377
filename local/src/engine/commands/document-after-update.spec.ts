import { expect, test } from 'vitest'
import { documentAfter, valueAt } from './document-after-update.js'

const before = { _id: 1, name: 'a', nested: { n: 1 } }

test.each([
  ['$set', before, {}, { $set: { 'nested.n': 2 } }, { _id: 1, name: 'a', nested: { n: 2 } }],
  ['$inc', before, {}, { $inc: { 'nested.n': 2 } }, { _id: 1, name: 'a', nested: { n: 3 } }],
  ['a replacement', before, {}, { name: 'b' }, { _id: 1, name: 'b' }],
  ['$setOnInsert of one that is there', before, {}, { $setOnInsert: { name: 'b' } }, before],
  ['an upsert', null, { name: 'a', k: { $eq: 1 }, z: { $gt: 1 } }, { $setOnInsert: { x: 1 } }, { name: 'a', k: 1, x: 1 }],
])('%s', (_name, document, filter, update, after) => {
  expect(documentAfter(document, filter, update)).toEqual(after)
})

test('the document that was read is not changed', () => {
  documentAfter(before, {}, { $set: { 'nested.n': 9 } })
  expect(before.nested.n).toBe(1)
})

test('a pipeline can not be told', () => {
  expect(documentAfter(before, {}, [{ $set: { name: 'b' } }])).toBeNull()
})

test('a missing value counts as null, as in a unique index', () => {
  expect(valueAt(before, 'nested.missing.deep')).toBeNull()
})
