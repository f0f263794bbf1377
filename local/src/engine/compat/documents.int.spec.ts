import mongoose from 'mongoose'
import { expect, test } from 'vitest'
import { useCompatWorld } from './compat-world.js'

const world = useCompatWorld()

test('a model makes its collections and indexes', async () => {
  await world().documents.init()
  expect(await world().documents.listIndexes()).toHaveLength(2)
})

test('create, timestamps, findById', async () => {
  const { id } = await world().one()
  const found = await world().documents.findById(id)
  expect(found).toMatchObject({ name: 'n0', __v: 0 })
  expect(found?.createdAt).toBeInstanceOf(Date)
})

test('every type comes back as it was', async () => {
  const { documents } = world()
  await world().fresh(0)
  const ref = new mongoose.Types.ObjectId()
  const long = mongoose.mongo.Long.fromString('9007199254740993')
  await documents.create({
    name: 'types',
    buf: Buffer.from([0, 255, 3]),
    dec: '12.34',
    big: 2n ** 60n,
    m: { a: 1 },
    ref,
    at: new Date(5),
    any: { x: null, y: [1, 2.5, 'z', true], long },
  })

  const found = await documents.findOne({ name: 'types' }).orFail()

  expect(String(found.dec)).toBe('12.34')
  expect(found.big).toBe(2n ** 60n)
  expect(found.m?.get('a')).toBe(1)
  expect(found.at).toEqual(new Date(5))
  expect([...(found.buf ?? [])]).toEqual([0, 255, 3])
  expect(String(found.ref)).toBe(String(ref))
  expect(found.get('any.y')).toEqual([1, 2.5, 'z', true])
  expect(found.get('any.x')).toBeNull()
  expect(String(found.get('any.long'))).toBe('9007199254740993')
  expect(await documents.countDocuments({ dec: '12.34' })).toBe(1)
  expect(await documents.collection.countDocuments({ big: { $gt: 2 ** 50 } })).toBe(1)
})

test('findOneAndUpdate with a version as its condition', async () => {
  const { documents } = world()
  const { _id } = await world().one()
  const change = { $set: { 'nested.a': 9 }, $inc: { version: 1 } }

  const first = await documents.findOneAndUpdate({ _id, version: 0 }, change, { returnDocument: 'after' })
  expect(first).toMatchObject({ version: 1, nested: { a: 9 } })
  expect(await documents.findOneAndUpdate({ _id, version: 0 }, { $inc: { version: 1 } })).toBeNull()
  const before = await documents.findOneAndUpdate(
    { _id },
    { $inc: { version: 1 } },
    { returnDocument: 'before', projection: { version: 1 }, sort: { _id: 1 } },
  )
  expect(before?.version).toBe(1)
})

test('updateOne tells what it matched and what it changed', async () => {
  const { collection } = world().documents
  const { _id } = await world().one()
  const increase = () => collection.updateOne({ _id, version: 0 }, { $inc: { version: 1 } })
  expect(await increase()).toMatchObject({ matchedCount: 1, modifiedCount: 1 })
  expect(await increase()).toMatchObject({ matchedCount: 0, modifiedCount: 0 })
  const same = await collection.updateOne({ _id }, { $set: { version: 1 } })
  expect(same).toMatchObject({ matchedCount: 1, modifiedCount: 0 })
})

test('every update operator', async () => {
  const { collection } = world().documents
  const { _id } = await world().one()
  const update = (change: object) => collection.updateOne({ _id }, change)
  const tags = async () => (await collection.findOne({ _id }))?.tags as unknown

  await update({ $push: { tags: { $each: ['c', 'b', 'a'], $sort: 1, $slice: 3 } } })
  expect(await tags()).toEqual(['a', 'b', 'c'])
  await update({ $push: { tags: { $each: ['x'], $position: 0 } } })
  await update({ $pull: { tags: { $in: ['a', 'b'] } } })
  await update({ $addToSet: { tags: { $each: ['c', 'd'] } } })
  expect(await tags()).toEqual(['x', 'c', 'd'])
  await update({ $pop: { tags: -1 } })
  await update({ $pullAll: { tags: ['d'] } })
  expect(await tags()).toEqual(['c'])
  await update({ $pull: { items: { qty: { $gte: 10 } } } })
  await update({
    $rename: { 'nested.a': 'nested.z' },
    $unset: { at: '' },
    $mul: { version: 3 },
    $max: { k: 5 },
    $min: { l: 2 },
    $currentDate: { now: true },
  })

  const found = await collection.findOne({ _id })
  expect(found).toMatchObject({ nested: { z: 0 }, version: 0, k: 5, l: 2, items: [{ sku: 's0', qty: 0 }] })
  expect(found).not.toHaveProperty('at')
  expect(found?.now).toBeInstanceOf(Date)
})

test('positional $, $[] and arrayFilters', async () => {
  const { documents } = world()
  const { _id } = await world().one()
  await documents.updateOne({ _id, 'items.sku': 'z' }, { $set: { 'items.$.qty': 77 } })
  await documents.updateOne({ _id }, { $inc: { 'items.$[e].qty': 1 } }, { arrayFilters: [{ 'e.sku': 's0' }] })
  await documents.updateOne({ _id }, { $inc: { 'items.$[].qty': 100 } })
  expect((await documents.findById(_id))?.items.map(({ qty }) => qty)).toEqual([101, 177])
})

test('a pipeline as update', async () => {
  const { collection } = world().documents
  const { _id } = await world().one()
  await collection.updateOne({ _id }, [{ $set: { total: { $sum: '$items.qty' }, name: { $concat: ['$name', '!'] } } }])
  expect(await collection.findOne({ _id })).toMatchObject({ total: 10, name: 'n0!' })
})

test('upsert and $setOnInsert', async () => {
  const { documents } = world()
  await world().fresh(0)
  const upsert = { upsert: true, returnDocument: 'after' } as const
  const set = { $set: { version: 3 }, $setOnInsert: { tags: ['i'] } }
  expect(await documents.updateOne({ name: 'up' }, set, { upsert: true })).toMatchObject({ upsertedCount: 1 })
  expect(await documents.findOneAndUpdate({ name: 'up2' }, { $inc: { version: 5 } }, upsert)).toMatchObject({ version: 5 })
  const again = await documents.findOneAndUpdate({ name: 'up' }, { $setOnInsert: { tags: ['zz'] } }, upsert)
  expect([...(again?.tags ?? [])]).toEqual(['i'])
})

test('findOneAndDelete, findOneAndReplace, replaceOne, deleteOne', async () => {
  const { documents } = world()
  await world().fresh(4)
  expect(await documents.findOneAndDelete({ name: 'n0' })).toMatchObject({ name: 'n0' })
  const replaced = await documents.findOneAndReplace({ name: 'n1' }, { name: 'r1' }, { returnDocument: 'after' })
  expect(replaced).toMatchObject({ name: 'r1' })
  expect(await documents.replaceOne({ name: 'n2' }, { name: 'r2' })).toMatchObject({ modifiedCount: 1 })
  expect(await documents.deleteOne({ name: 'n3' })).toMatchObject({ deletedCount: 1 })
  expect(await documents.countDocuments()).toBe(2)
})

test('updateMany and deleteMany', async () => {
  const { documents } = world()
  await world().fresh(10)
  expect(await documents.updateMany({ tags: 'odd' }, { $inc: { version: 1 } })).toMatchObject({ modifiedCount: 5 })
  expect(await documents.deleteMany({ version: 1 })).toMatchObject({ deletedCount: 5 })
})

test('bulkWrite of every kind at once', async () => {
  await world().fresh(3)
  const result = await world().documents.bulkWrite([
    { insertOne: { document: { name: 'b' } } },
    { updateOne: { filter: { name: 'n0' }, update: { $inc: { version: 1 } } } },
    { updateOne: { filter: { name: 'q' }, update: { $set: { version: 4 } }, upsert: true } },
    { deleteOne: { filter: { name: 'n1' } } },
    { replaceOne: { filter: { name: 'n2' }, replacement: { name: 'n2r' } } },
  ])
  expect(result).toMatchObject({
    insertedCount: 1,
    matchedCount: 2,
    modifiedCount: 2,
    deletedCount: 1,
    upsertedCount: 1,
  })
})

test('save() with optimisticConcurrency fails for the second', async () => {
  const schema = new mongoose.Schema({ n: Number }, { optimisticConcurrency: true })
  const Counted = world().connection.model('Counted', schema)
  const { _id } = await Counted.create({ n: 1 })
  const [first, second] = [await Counted.findById(_id).orFail(), await Counted.findById(_id).orFail()]
  first.n = 2
  await first.save()
  second.n = 3
  await expect(second.save()).rejects.toMatchObject({ name: 'VersionError' })
})

test('save() of changed arrays', async () => {
  const { documents } = world()
  const { _id } = await world().one()
  const found = await documents.findById(_id).orFail()
  found.tags.push('p')
  found.set('items.0.qty', 4)
  found.items.pull(found.items[1])
  await found.save()
  const after = await documents.findById(_id).orFail()
  expect(after.items).toHaveLength(1)
  expect(after.tags).toHaveLength(2)
})
