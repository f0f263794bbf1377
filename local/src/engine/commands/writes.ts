import { deserialize, type Document } from 'bson'
import { MongoFault } from '../wire/mongo-fault.js'
import type { Reply } from '../wire/reply.js'
import type { Command, Scope } from './command.js'
import { documentsIn } from './documents.js'
import type { DuplicateKeys } from './duplicate-keys.js'
import { CODE, codeOfPacked, nameOf } from './error-codes.js'
import { isContention, isDuplicateKey, postgresErrorOf } from './postgres-error.js'
import type { Queues } from './queues.js'
import { bytes } from './rows.js'
import { FIND_AND_MODIFY, WRITES } from './sql.js'

/** Sequences by which drivers send what a write is made of. */
const SEQUENCE = { insert: 'documents', update: 'updates', delete: 'deletes' } as const
const MAX_TRIES = 100

interface WriteError {
  readonly index: number
  readonly code: number
  readonly errmsg: string
}

/**
 * The commands that change documents. Outside a transaction MongoDB settles conflicts between writers itself, so it is
 * done here: unique indexes are exclusion constraints, and racing writers of one key deadlock. The losers take turns, one at a time
 * per collection, until each has got its true answer.
 */
export class Writes {
  constructor(
    private readonly duplicates: DuplicateKeys,
    private readonly queues: Queues,
  ) {}

  async write(kind: keyof typeof WRITES, command: Command, scope: Scope): Promise<Reply> {
    return this.untilSettled(command, scope, async () => {
      const sequence = command.sequences[SEQUENCE[kind]] ?? null
      const values = [command.database, command.body, sequence, retryIdOf(command)]
      const [row] = await scope.query(kind, WRITES[kind], values)
      const result = bytes(row, 'result')
      return row?.success === false ? this.withErrors(deserialize(result), command, scope) : result
    })
  }

  async findAndModify(command: Command, scope: Scope): Promise<Reply> {
    return this.untilSettled(command, scope, async () => {
      const values = [command.database, command.body, retryIdOf(command)]
      const [row] = await scope.query('findAndModify', FIND_AND_MODIFY, values)
      return bytes(row, 'result')
    })
  }

  private async untilSettled(command: Command, scope: Scope, attempt: () => Promise<Reply>): Promise<Reply> {
    try {
      return await attempt().catch((error: unknown) => {
        if (scope.transaction || !isContention(error)) throw error
        return this.queues.run(`${command.database}.${command.collection}`, () => inTurn(attempt))
      })
    } catch (error) {
      if (scope.transaction || !isDuplicateKey(error)) throw error
      throw await this.duplicates.faultOf(command, scope, postgresErrorOf(error)?.constraint)
    }
  }

  /** The document of a write that failed in part, its errors as MongoDB words them. */
  private async withErrors(result: Document, command: Command, scope: Scope): Promise<Document> {
    const errors = documentsIn(result.writeErrors).map((error): WriteError => ({
      index: Number(error.index),
      code: codeOfPacked(Number(error.code)),
      errmsg: String(error.errmsg),
    }))
    const conflict = errors.find((error) => error.code === CODE.writeConflict)
    if (conflict) throw writeConflict(conflict.errmsg, scope.transaction !== undefined)
    result.writeErrors = await Promise.all(
      errors.map(async (error) => {
        if (error.code !== CODE.duplicateKey || scope.transaction) return error
        return { ...error, ...(await this.duplicates.describe(command, scope, error)) }
      }),
    )
    return result
  }
}

async function inTurn(attempt: () => Promise<Reply>): Promise<Reply> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      if (tries >= MAX_TRIES || !isContention(error)) throw error
    }
  }
}

/** Retryable writes: a repeated id gives the first answer again. Inside a transaction there is nothing to repeat. */
function retryIdOf(command: Command): string | null {
  const number = command.inTransaction ? undefined : command.transactionNumber
  return number === undefined ? null : `${command.sessionKey}:${number}`
}

function writeConflict(message: string, inTransaction: boolean): MongoFault {
  const details = inTransaction ? { labels: ['TransientTransactionError'] } : {}
  return new MongoFault(CODE.writeConflict, nameOf(CODE.writeConflict), message, details)
}
