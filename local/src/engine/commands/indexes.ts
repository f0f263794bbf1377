import { deserialize, type Document } from 'bson'
import { setTimeout as delay } from 'node:timers/promises'
import { MongoFault } from '../wire/mongo-fault.js'
import type { Command, CommandHandler } from './command.js'
import { documentOr, documentsIn } from './documents.js'
import { CODE, codeOfPacked, nameOf } from './error-codes.js'
import { postgresErrorOf } from './postgres-error.js'
import { bytes } from './rows.js'
import { CREATE_INDEXES, DROP_INDEXES } from './sql.js'

/** Two processes that create the same index at start meet each other in the catalog; the second try finds it there. */
const PASSING = new Set(['40P01', '40001', '23505', 'XX000', '55P03'])
const TRIES = 20
const PAUSE_MS = 10

export const createIndexes: CommandHandler = async (command, { query }) => {
  for (let tries = 1; ; tries++) {
    try {
      const [row] = await query('createIndexes', CREATE_INDEXES, [command.database, command.body])
      return created(command, deserialize(bytes(row, 'result')))
    } catch (error) {
      if (tries >= TRIES || !PASSING.has(postgresErrorOf(error)?.sqlState ?? '')) throw error
      await delay(PAUSE_MS)
    }
  }
}

export const dropIndexes: CommandHandler = async (command, { query }) => {
  const [row] = await query('', DROP_INDEXES, [command.database, command.body])
  // A procedure gives its answer as text only.
  const result = deserialize(Buffer.from(String(row?.retval).replace(/^BSONHEX/, ''), 'hex'))
  if (!result.ok) throw faultIn(result, String(result.errmsg))
  return { ...result, ok: 1 }
}

/** The answer holds one document per shard; a failure is told there. */
function created(command: Command, result: Document): Document {
  for (const shard of documentsIn(Object.values(documentOr(result.raw, {})))) {
    if (shard.ok !== 0) continue
    const message = String(shard.errmsg)
    const worded = message.startsWith('E11000') || codeOfPacked(Number(shard.code)) !== CODE.duplicateKey
    const namespace = `${command.database}.${command.collection}`
    throw faultIn(shard, worded ? message : `E11000 duplicate key error collection: ${namespace} ${message}`)
  }
  return result
}

function faultIn(result: Document, message: string): MongoFault {
  const code = codeOfPacked(Number(result.code))
  return new MongoFault(code, nameOf(code), message)
}
