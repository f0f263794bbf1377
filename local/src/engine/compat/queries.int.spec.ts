import { expect, test } from 'vitest'
import { useCompatWorld } from './compat-world.js'

const world = useCompatWorld()

test('every query operator', async () => {
  await world().fresh(20)
  const { collection } = world().documents
  const expected: [filter: object, matches: number][] = [
    [{ $or: [{ name: 'n1' }, { name: 'n2' }] }, 2],
    [{ name: { $not: /^n1/ } }, 9],
    [{ name: { $regex: '^N1', $options: 'i' } }, 11],
    [{ items: { $elemMatch: { sku: 'z', qty: { $gt: 9 } } } }, 20],
    [{ tags: { $all: ['odd', 't1'] } }, 1],
    [{ tags: { $size: 2 } }, 10],
    [{ 'nested.a': { $mod: [5, 0] } }, 4],
    [{ $expr: { $gt: ['$nested.a', 17] } }, 2],
    [{ at: { $gte: new Date(1e12 + 18_000) } }, 2],
    [{ ref: null }, 20],
    [{ ref: { $exists: true } }, 0],
    [{ version: { $type: 'number' } }, 20],
    [{ 'items.qty': { $nin: [10] } }, 0],
    [{ $nor: [{ version: 0 }] }, 0],
    [{ 'items.0.sku': 's3' }, 1],
  ]
  for (const [filter, matches] of expected) {
    expect({ filter, matches: await collection.countDocuments(filter) }).toEqual({ filter, matches })
  }
})

test('sort, skip, limit, projection, $slice', async () => {
  const { documents } = world()
  await world().fresh(20)
  const found = await documents
    .find({}, { name: 1, items: { $slice: 1 } })
    .sort({ 'nested.a': -1 })
    .skip(2)
    .limit(3)
    .lean()
  expect(found.map(({ name }) => name)).toEqual(['n17', 'n16', 'n15'])
  expect(found[0]?.items).toHaveLength(1)
  expect(await documents.findOne({ name: 'n5' }).select('-items -tags').lean()).not.toHaveProperty('items')
})

test('a cursor over many batches, sorted and not', async () => {
  const { documents } = world()
  await documents.deleteMany({})
  await documents.collection.insertMany(Array.from({ length: 2_500 }, (_, i) => ({ name: `c${i}`, k: (i * 7_919) % 2_500 })))

  let count = 0
  for await (const _document of documents.find().batchSize(100).cursor()) count++
  expect(count).toBe(2_500)

  const sorted: number[] = []
  for await (const { k } of documents.collection.find({}).sort({ k: 1 }).batchSize(99)) sorted.push(Number(k))
  expect(sorted).toEqual(Array.from({ length: 2_500 }, (_, i) => i))

  const abandoned = documents.collection.find().batchSize(10)
  await abandoned.next()
  await abandoned.close()
})

test('distinct, count, exists', async () => {
  const { documents } = world()
  await world().fresh(6)
  expect((await documents.distinct('tags')).toSorted()).toEqual(['even', 'odd', 't1', 't3', 't5'])
  expect(await documents.estimatedDocumentCount()).toBe(6)
  expect(await documents.exists({ name: 'n3' })).not.toBeNull()
})

test('aggregate: group, lookup, unwind, facet, bucket', async () => {
  const { documents, others } = world()
  await world().fresh(10)
  const other = await others.create({ title: 'T' })
  await documents.updateMany({ tags: 'odd' }, { ref: other._id })

  const grouped = await documents.aggregate<unknown>([
    { $match: { tags: 'odd' } },
    { $lookup: { from: 'others', localField: 'ref', foreignField: '_id', as: 'o' } },
    { $unwind: '$o' },
    {
      $group: {
        _id: '$o.title',
        n: { $sum: 1 },
        s: { $sum: '$nested.a' },
        names: { $push: '$name' },
        av: { $avg: '$nested.a' },
      },
    },
    { $project: { n: 1, s: 1, av: 1, c: { $size: '$names' } } },
  ])
  expect(grouped).toEqual([{ _id: 'T', n: 5, s: 25, av: 5, c: 5 }])

  const [facets] = await documents.aggregate<Record<string, unknown[]>>([
    {
      $facet: {
        a: [{ $count: 'n' }],
        b: [{ $sortByCount: { $arrayElemAt: ['$tags', 0] } }],
        c: [{ $bucket: { groupBy: '$nested.a', boundaries: [0, 5, 10] } }],
      },
    },
  ])
  expect(facets?.a).toEqual([{ n: 10 }])
  expect(facets?.b?.[0]).toMatchObject({ count: 5 })
  expect(facets?.c).toHaveLength(2)
})

test('aggregate: lookup with pipeline, $merge, $out, $unionWith, $setWindowFields', async () => {
  const { documents, connection } = world()
  await world().fresh(4)
  const pipeline = [{ $match: { $expr: { $lt: ['$nested.a', '$$n'] } } }]
  const smaller = await documents.aggregate<{ c: number }>([
    { $lookup: { from: 'docs', let: { n: '$nested.a' }, pipeline, as: 'less' } },
    { $project: { c: { $size: '$less' } } },
    { $sort: { c: 1 } },
  ])
  expect(smaller.map(({ c }) => c)).toEqual([0, 1, 2, 3])

  await documents.aggregate([{ $project: { name: 1 } }, { $merge: { into: 'merged' } }])
  await documents.aggregate([{ $out: 'written' }])
  expect(await connection.collection('merged').countDocuments()).toBe(4)
  expect(await connection.collection('written').countDocuments()).toBe(4)
  expect(await documents.aggregate([{ $unionWith: 'written' }, { $count: 'n' }])).toEqual([{ n: 8 }])

  const running = await documents.aggregate<{ run: number }>([
    {
      $setWindowFields: {
        sortBy: { 'nested.a': 1 },
        output: { run: { $sum: '$nested.a', window: { documents: ['unbounded', 'current'] } } },
      },
    },
    { $sort: { 'nested.a': 1 } },
  ])
  expect(running.map(({ run }) => run)).toEqual([0, 1, 3, 6])
})

test('populate', async () => {
  const { documents, others } = world()
  const document = await world().one()
  document.ref = (await others.create({ title: 'P' }))._id
  await document.save()
  expect((await documents.findById(document._id).populate('ref'))?.get('ref.title')).toBe('P')
})

test('discriminators', async () => {
  const { connection } = world()
  const Event = connection.model('Ev', new connection.base.Schema({ a: Number }, { discriminatorKey: 'kind' }))
  const Click = Event.discriminator('Click', new connection.base.Schema({ url: String }))
  await Click.create({ a: 1, url: 'u' })
  expect((await Event.findOne({ kind: 'Click' }))?.get('url')).toBe('u')
})

test('a collation that ignores case', async () => {
  await world().one()
  const found = world().documents.countDocuments({ name: 'N0' }).collation({ locale: 'en', strength: 2 })
  expect(await found).toBe(1)
})

test('explain tells an index from a scan, and what was run', async () => {
  const { collection } = world().documents
  await world().fresh(3)
  const byName = await collection.find({ name: 'n0' }).explain('executionStats')
  expect(byName).toMatchObject({
    queryPlanner: { winningPlan: { stage: 'IXSCAN' } },
    executionStats: { executionSuccess: true, nReturned: 1 },
  })
  const planned = await collection.find({ version: 0 }).explain('queryPlanner')
  expect(planned).toHaveProperty('queryPlanner.winningPlan.stage')
  expect(planned).not.toHaveProperty('executionStats')
})
