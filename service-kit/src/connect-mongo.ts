import mongoose from 'mongoose'
import type { Connection } from 'mongoose'
import type { Logger } from 'pino'
import { waitFor } from './wait-for.js'

export interface MongoOptions {
  readonly url: string
  readonly database: string
  readonly logger: Logger
  /** Connections of the pool. Default 50. */
  readonly poolSize?: number
}

/**
 * A connection whose acknowledged writes survive the loss of a server and whose reads see them. Waits for the server;
 * later, a command that finds none fails after 5 s.
 */
export async function connectMongo({ url, database, logger, poolSize = 50 }: MongoOptions): Promise<Connection> {
  const connect = async () => {
    const connection = mongoose.createConnection(url, {
      dbName: database,
      maxPoolSize: poolSize,
      writeConcern: { w: 'majority', journal: true },
      readPreference: 'primary',
      serverSelectionTimeoutMS: 5_000,
      connectTimeoutMS: 5_000,
      socketTimeoutMS: 30_000,
      // The driver's own server selection is the one wait, and it is bounded.
      bufferCommands: false,
    })
    try {
      return await connection.asPromise()
    } catch (error) {
      await connection.close(true)
      throw error
    }
  }
  const connection = await waitFor('MongoDB', connect, logger)
  connection.on('disconnected', () => logger.warn('lost MongoDB'))
  connection.on('reconnected', () => logger.info('MongoDB is back'))
  return connection
}

/** For `readiness`: rejects where the server does not answer. */
export async function pingMongo(connection: Connection): Promise<void> {
  if (connection.db === undefined) throw new Error('MongoDB is not connected.')
  await connection.db.command({ ping: 1 })
}
