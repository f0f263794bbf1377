import { getModelForClass, index, modelOptions, prop } from '@typegoose/typegoose'
import mongoose from 'mongoose'
import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { useCompatWorld } from './compat-world.js'

const world = useCompatWorld()

function database() {
  const { db } = world().connection
  if (!db) throw new Error('Not connected')
  return db
}

test('a collection with a $jsonSchema refuses what does not fit (121)', async () => {
  await database().createCollection('valid', { validator: { $jsonSchema: { required: ['a'] } } })
  await expect(database().collection('valid').insertOne({ b: 1 })).rejects.toMatchObject({ code: 121 })
})

test('a text index is searched by $text', async () => {
  const texts = database().collection('texts')
  await texts.createIndex({ s: 'text' })
  await texts.insertMany([{ s: 'hello world' }, { s: 'other' }])
  expect(await texts.countDocuments({ $text: { $search: 'hello' } })).toBe(1)
})

test('GridFS keeps a file of several chunks', async () => {
  const bucket = new mongoose.mongo.GridFSBucket(database())
  const upload = bucket.openUploadStream('file')
  upload.end(Buffer.alloc(600_000, 7))
  await once(upload, 'finish')
  expect(await buffer(bucket.openDownloadStreamByName('file'))).toEqual(Buffer.alloc(600_000, 7))
})

test('a change stream is refused with a clear error: the engine has none', async () => {
  if (!world().engine) return // mongod has them
  const changes = world().documents.watch()
  try {
    const failed = once(changes, 'change') // rejects with the error
    await expect(failed).rejects.toMatchObject({ code: 115 })
    await expect(failed).rejects.toThrow('$changeStream is not supported')
  } finally {
    await changes.close()
  }
})

test('a typegoose model', async () => {
  @modelOptions({ schemaOptions: { timestamps: true, optimisticConcurrency: true } })
  @index({ roles: 1, email: 1 })
  class Person {
    @prop({ type: () => String, required: true, unique: true })
    email!: string

    @prop({ type: () => [String], default: [] })
    roles!: string[]
  }
  const People = getModelForClass(Person, { existingConnection: world().connection })
  await People.init()
  const person = await People.create({ email: 'a@b.example' })
  person.roles.push('admin')
  await person.save()
  expect(await People.findOne({ roles: 'admin' })).toMatchObject({ email: 'a@b.example' })
  await expect(People.create({ email: 'a@b.example' })).rejects.toMatchObject({ code: 11_000 })
})

test('collections are listed, and gone with their database', async () => {
  expect((await world().connection.listCollections()).length).toBeGreaterThan(3)
  await world().connection.dropDatabase()
  expect(await world().connection.listCollections()).toEqual([])
})

test('an unknown command and a user are refused by name', async () => {
  await expect(database().command({ makeCoffee: 1 })).rejects.toMatchObject({ code: 59, codeName: 'CommandNotFound' })
  const { engine } = world()
  if (!engine) return
  const withUser = mongoose.createConnection(engine.url.replace('//', '//me:secret@'), { serverSelectionTimeoutMS: 3_000 })
  await expect(withUser.asPromise()).rejects.toThrow(/no users/)
  await withUser.close()
})
