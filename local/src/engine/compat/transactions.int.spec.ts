import { expect, test } from 'vitest'
import { useCompatWorld } from './compat-world.js'

const world = useCompatWorld()

test('a transaction that commits is seen from outside only then', async () => {
  const { documents, connection } = world()
  await world().fresh(2)
  await connection.transaction(async (session) => {
    await documents.create([{ name: 'tx' }], { session })
    await documents.updateOne({ name: 'n0' }, { $inc: { version: 1 } }, { session })
    expect(await documents.countDocuments({ name: 'tx' }).session(session)).toBe(1)
    expect(await documents.countDocuments({ name: 'tx' })).toBe(0)
  })
  expect(await documents.countDocuments({ name: 'tx' })).toBe(1)
})

test('one that is aborted leaves nothing', async () => {
  const { documents, connection } = world()
  await world().fresh(2)
  const aborted = connection.transaction(async (session) => {
    await documents.create([{ name: 'tx' }], { session })
    await documents.updateOne({ name: 'n0' }, { $inc: { version: 1 } }, { session })
    throw new Error('changed my mind')
  })
  await expect(aborted).rejects.toThrow('changed my mind')
  expect(await documents.countDocuments()).toBe(2)
  expect(await documents.findOne({ name: 'n0' })).toMatchObject({ version: 0 })
})

test('20 transactions that read, change and write one document: each is repeated until it wins', async () => {
  const { documents, connection } = world()
  const { _id } = await world().one()
  const increase = () =>
    connection.transaction(async (session) => {
      const { version } = await documents.findById(_id).session(session).orFail().lean()
      await documents.updateOne({ _id }, { $set: { version: version + 1 } }, { session })
    })
  await Promise.all(Array.from({ length: 20 }, increase))
  expect(await documents.findById(_id)).toMatchObject({ version: 20 })
})

test('a duplicate key ends the transaction', async () => {
  const { documents, connection } = world()
  await world().one()
  const session = await connection.startSession()
  session.startTransaction()
  await documents.create([{ name: 'k1' }], { session })
  await expect(documents.create([{ name: 'n0' }], { session })).rejects.toThrow(/duplicate|conflict/i)
  await session.abortTransaction()
  await session.endSession()
  expect(await documents.countDocuments()).toBe(1)
})

test('what a transaction has read stays as it was', async () => {
  const { documents, connection } = world()
  const { _id } = await world().one()
  const session = await connection.startSession()
  session.startTransaction()
  const before = await documents.findById(_id).session(session)
  await documents.updateOne({ _id }, { $inc: { version: 1 } })
  const after = await documents.findById(_id).session(session)
  expect(after?.version).toBe(before?.version)
  await session.commitTransaction()
  await session.endSession()
})
