import { randomUUID } from 'node:crypto'
import { afterAll, expect, it } from 'vitest'
import { connectMongo, pingMongo } from './connect-mongo.js'
import { parseEnvironment, environmentOf } from './environment.js'
import { createLogger } from './logger.js'

const environment = parseEnvironment({ MONGODB_URL: environmentOf.mongodbUrl }, process.env)
if (!environment.ok) throw new Error(environment.problems.join())

const logger = createLogger({ service: 'spec', level: 'silent' })
const database = `test-${randomUUID()}`
const connection = await connectMongo({ url: environment.values.MONGODB_URL, database, logger })

afterAll(async () => {
  await connection.dropDatabase()
  await connection.close()
})

it('rule 11: writes through it are durable, reads see them', async () => {
  await pingMongo(connection)
  const notes = connection.collection<{ _id: string; text: string }>('notes')
  await notes.insertOne({ _id: 'a', text: 'written' })
  expect(await notes.findOne({ _id: 'a' })).toEqual({ _id: 'a', text: 'written' })
  expect(connection.getClient().options.writeConcern).toMatchObject({ w: 'majority', journal: true })
  expect(connection.getClient().options.readPreference.mode).toBe('primary')
})

it('answers no ping once it is closed', async () => {
  const other = await connectMongo({ url: environment.values.MONGODB_URL, database, logger })
  await other.close()
  await expect(pingMongo(other)).rejects.toThrow(/not connected|closed|must be connected/i)
})
