import mongoose from 'mongoose'
import { describe, expect, it } from 'vitest'
import { isDatabaseAway } from './database-away.js'

const { MongoNetworkError, MongoServerError } = mongoose.mongo

describe('a database is away', () => {
  it.each([
    ['the network failed', new MongoNetworkError('connection 7 closed')],
    ['the server says that it goes down', new MongoServerError({ message: 'going down', code: 91 })],
    ['a socket died under a write', Object.assign(new Error('This socket has been ended by the other party'), { code: 'EPIPE' })],
  ])('where %s', (_, error) => {
    expect(isDatabaseAway(error)).toBe(true)
  })

  it.each([
    ['a key is there twice', new MongoServerError({ message: 'duplicate key', code: 11_000 })],
    ['the code is wrong', new TypeError('x is not a function')],
    ['a file is missing', Object.assign(new Error('no such file'), { code: 'ENOENT' })],
    ['something else was thrown', 'away'],
  ])('but not where %s', (_, error) => {
    expect(isDatabaseAway(error)).toBe(false)
  })
})
