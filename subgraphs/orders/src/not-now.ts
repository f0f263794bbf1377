import { NotNow } from '@mov-ticket/shared-events'
import mongoose from 'mongoose'

const { MongoError, MongoServerError } = mongoose.mongo

/**
 * Codes by which a server says that it is going down, coming up or busy with another write
 * (https://github.com/mongodb/specifications/blob/master/source/retryable-writes/retryable-writes.md).
 */
const passing = new Set([6, 7, 89, 91, 112, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436])

/**
 * A handler whose message comes again, uncounted, where the database is away: that says nothing against the message.
 * Whatever else a server answers does.
 */
export function unlessDatabaseIsAway<E>(handle: (event: E) => Promise<void>): (event: E) => Promise<void> {
  return async (event) => {
    try {
      await handle(event)
    } catch (error) {
      if (isAway(error)) throw new NotNow('The database is away.', { cause: error })
      throw error
    }
  }
}

function isAway(error: unknown): boolean {
  if (error instanceof MongoServerError) return typeof error.code === 'number' && passing.has(error.code)
  return error instanceof MongoError
}
