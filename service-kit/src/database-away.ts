import mongoose from 'mongoose'

const { MongoServerError } = mongoose.mongo

/** Errors of MongoDB's driver that mean "not reachable now", by name. */
const names = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoNotConnectedError',
  'MongoPoolClearedError',
  'MongoPoolClosedError',
  'MongoServerSelectionError',
  'MongoTopologyClosedError',
  'MongoWaitQueueTimeoutError',
  'MongooseServerSelectionError',
  'PoolClearedOnNetworkError',
])

/**
 * Codes by which a server says that it is going down, coming up or busy with another write
 * (https://github.com/mongodb/specifications/blob/master/source/retryable-writes/retryable-writes.md).
 */
const passingCodes = new Set([6, 7, 89, 91, 112, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436])

/** The driver passes on as it came what a write to a socket that has just died throws. */
const socketCodes = new Set(['EPIPE', 'ECONNRESET', 'ECONNREFUSED', 'ETIMEDOUT'])

/** Whether an error of a command means that the database can't be reached now, and the same command may succeed later. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof MongoServerError) return typeof error.code === 'number' && passingCodes.has(error.code)
  return names.has(error.name) || ('code' in error && typeof error.code === 'string' && socketCodes.has(error.code))
}
