import type { Document } from 'bson'
import { MongoFault } from '../wire/mongo-fault.js'
import { MAX_MESSAGE_BYTES } from '../wire/message-splitter.js'
import { CODE } from './error-codes.js'
import type { CommandHandler } from './command.js'

const VERSION = [7, 0, 0, 0]
const MAX_DOCUMENT_BYTES = 16_777_216

/** `isdbgrid` makes this a "mongos" to drivers, so that they allow sessions, transactions and retryable writes. */
export function hello(): Document {
  return {
    msg: 'isdbgrid',
    ismaster: true,
    isWritablePrimary: true,
    helloOk: true,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    maxMessageSizeBytes: MAX_MESSAGE_BYTES,
    maxWriteBatchSize: 100_000,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: 30,
    minWireVersion: 0,
    maxWireVersion: 21,
    readOnly: false,
    ok: 1,
  }
}

export function buildInfo(): Document {
  return {
    version: VERSION.slice(0, 3).join('.'),
    versionArray: VERSION,
    bits: 64,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    modules: [],
    ok: 1,
  }
}

export const refuseAuthentication: CommandHandler = async () => {
  throw new MongoFault(
    CODE.authenticationFailed,
    'AuthenticationFailed',
    'This engine has no users: leave user and password out of the URL. It listens on loopback only.',
  )
}
