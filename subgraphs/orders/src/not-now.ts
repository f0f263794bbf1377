import { NotNow } from '@mov-ticket/shared-events'
import mongoose from 'mongoose'

const { MongoError, MongoServerError } = mongoose.mongo

/**
 * A handler whose message comes again, uncounted, where the database is away: that says nothing against the message.
 * What the server answers does, unless the driver marks it as worth another try.
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
  if (!(error instanceof MongoError)) return false
  return !(error instanceof MongoServerError) || error.hasErrorLabel('RetryableWriteError')
}
