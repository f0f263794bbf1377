import { Schema } from 'mongoose'
import { expect, test } from 'vitest'
import { useCompatWorld } from './compat-world.js'

const world = useCompatWorld()
const duplicateKey = { code: 11_000 }

test('a second document with a unique value is refused (11000)', async () => {
  await world().one()
  await expect(world().documents.create({ name: 'n0' })).rejects.toMatchObject(duplicateKey)
})

test('so is an update to it', async () => {
  const { documents } = world()
  await world().fresh(2)
  await expect(documents.updateOne({ name: 'n1' }, { name: 'n0' })).rejects.toMatchObject(duplicateKey)
  const found = documents.findOneAndUpdate({ name: 'n1' }, { name: 'n0' })
  await expect(found).rejects.toThrow(/E11000 .* index: name_1 dup key: { name: 'n0' }/)
})

test('error 11000 names the key and the value', async () => {
  const { documents } = world()
  await world().fresh(2)
  const named = { ...duplicateKey, keyPattern: { name: 1 }, keyValue: { name: 'n0' } }
  await expect(documents.create({ name: 'n0' })).rejects.toMatchObject(named)
  await expect(documents.updateOne({ name: 'n1' }, { name: 'n0' })).rejects.toMatchObject(named)
  await expect(documents.findOneAndUpdate({ name: 'n1' }, { name: 'n0' })).rejects.toMatchObject(named)
  const { _id } = await documents.findOne().orFail()
  await expect(documents.collection.insertOne({ _id })).rejects.toMatchObject({ keyPattern: { _id: 1 }, keyValue: { _id } })
})

test('insertMany reports duplicates, and goes on where it may', async () => {
  const { documents } = world()
  await world().one()
  const unordered = documents.insertMany([{ name: 'a' }, { name: 'n0' }, { name: 'c' }], { ordered: false })
  await expect(unordered).rejects.toMatchObject({ ...duplicateKey, writeErrors: { length: 1 } })
  expect(await documents.countDocuments()).toBe(3)
  const ordered = documents.collection.insertMany([{ name: 'd' }, { name: 'n0' }, { name: 'e' }])
  await expect(ordered).rejects.toMatchObject(duplicateKey)
  expect(await documents.countDocuments()).toBe(4)
})

test('indexes of every kind: compound, partial unique, sparse, TTL; listed, synced, dropped', async () => {
  const schema = new Schema({ a: Number, b: String, e: Date, s: String }, { autoIndex: false })
    .index({ a: 1, b: -1 })
    .index({ b: 1 }, { unique: true, partialFilterExpression: { a: { $gt: 5 } } })
    .index({ e: 1 }, { expireAfterSeconds: 60 })
    .index({ s: 1 }, { unique: true, sparse: true })
  const Indexed = world().connection.model('Indexed', schema)
  await Indexed.syncIndexes()
  const indexes = await Indexed.listIndexes()
  expect(indexes).toHaveLength(5)
  expect(indexes.some(({ expireAfterSeconds }) => expireAfterSeconds === 60)).toBe(true)

  await Indexed.create([
    { a: 1, b: 'x' },
    { a: 2, b: 'x' },
    { a: 9, b: 'x' },
  ])
  await expect(Indexed.create({ a: 10, b: 'x' })).rejects.toMatchObject(duplicateKey)
  await Indexed.collection.dropIndex('e_1')
  expect(await Indexed.listIndexes()).toHaveLength(4)
  expect(await Indexed.syncIndexes()).toEqual([])
  expect(await Indexed.listIndexes()).toHaveLength(5)
})

test('a unique index on duplicates is refused; one on arrays holds for each element', async () => {
  const duplicates = world().connection.collection('duplicates')
  await duplicates.insertMany([{ k: 1 }, { k: 1 }])
  await expect(duplicates.createIndex({ k: 1 }, { unique: true })).rejects.toMatchObject(duplicateKey)
  const arrays = world().connection.collection('arrays')
  await arrays.createIndex({ t: 1 }, { unique: true })
  await arrays.insertOne({ t: ['a', 'b'] })
  await expect(arrays.insertOne({ t: ['b'] })).rejects.toMatchObject(duplicateKey)
})

test('50 upserts of one key at once make one document and lose no increment', async () => {
  const { documents } = world()
  await world().fresh(0)
  const results = await Promise.allSettled(
    Array.from({ length: 50 }, () => documents.updateOne({ name: 'race' }, { $inc: { version: 1 } }, { upsert: true })),
  )
  const refused = results.filter((result) => result.status === 'rejected')
  for (const { reason } of refused) expect(reason).toMatchObject(duplicateKey)
  expect(await documents.countDocuments({ name: 'race' })).toBe(1)
  expect(await documents.findOne({ name: 'race' })).toMatchObject({ version: 50 - refused.length })
})

test('300 increments at once: none is lost', async () => {
  const { documents } = world()
  const { _id } = await world().one()
  const increase = () => documents.updateOne({ _id }, { $inc: { version: 1 }, $push: { tags: 'x' } })
  await Promise.all(Array.from({ length: 300 }, increase))
  const found = await documents.findById(_id).orFail()
  expect(found.version).toBe(300)
  expect(found.tags).toHaveLength(301)
})
