import { NotNow } from '@mov-ticket/shared-events'
import mongoose from 'mongoose'
import { describe, expect, test } from 'vitest'
import { unlessDatabaseIsAway } from './not-now.js'

const { MongoClient, MongoServerError } = mongoose.mongo

function failingWith(error: Error) {
  return unlessDatabaseIsAway(async () => {
    throw error
  })
}

describe('a handler that fails', () => {
  test('because no database is there comes again uncounted', async () => {
    // Nothing listens on port 1.
    const client = new MongoClient('mongodb://127.0.0.1:1', { serverSelectionTimeoutMS: 50 })
    const find = unlessDatabaseIsAway(async () => void await client.db('orders').collection('orders').findOne({}))
    await expect(find('anything')).rejects.toThrow(NotNow)
    await client.close()
  })

  test('because the server is going down comes again uncounted', async () => {
    await expect(failingWith(new MongoServerError({ message: 'shutting down', code: 11_600 }))('anything')).rejects.toThrow(NotNow)
  })

  test('for any other reason is counted', async () => {
    for (const error of [new Error('a bug'), new MongoServerError({ message: 'bad value', code: 2 })]) {
      await expect(failingWith(error)('anything')).rejects.toBe(error)
    }
  })
})
