import { MongoFault } from '../wire/mongo-fault.js'
import { nameOf, CODE } from './error-codes.js'
import type { Command } from './command.js'
import type { Database, Session } from './database.js'

/** MongoDB's own default (transactionLifetimeLimitSeconds). */
const LIFETIME_MS = 60_000
/** Short, so that two transactions that wait for each other's locks conflict instead of queueing. */
const BEGIN = "BEGIN ISOLATION LEVEL REPEATABLE READ; SET LOCAL lock_timeout = '20ms'"

interface Transaction {
  readonly number: bigint | undefined
  readonly session: Session
  readonly expiry: NodeJS.Timeout
}

/** The open transactions, at most one per client session. */
export class Transactions {
  private readonly open = new Map<string, Transaction>()

  constructor(private readonly database: Database) {}

  /** The connection of the command's transaction; its first command opens it. */
  async sessionFor(command: Command): Promise<Session> {
    if (command.startsTransaction) return this.begin(command)
    const transaction = this.open.get(command.sessionKey)
    if (!transaction || transaction.number !== command.transactionNumber) throw noSuchTransaction()
    return transaction.session
  }

  async commit(command: Command): Promise<void> {
    if (!(await this.end(command.sessionKey, 'COMMIT'))) throw noSuchTransaction()
  }

  /** A transaction that is gone already is a fault only for the client's own abort. */
  async abort(command: Command): Promise<void> {
    if (!(await this.end(command.sessionKey, 'ROLLBACK'))) throw noSuchTransaction()
  }

  async rollBack(command: Command): Promise<void> {
    await this.end(command.sessionKey, 'ROLLBACK').catch(() => false)
  }

  /** The database is gone, and all that was not committed with it. */
  forgetAll(): void {
    for (const { session, expiry } of this.open.values()) {
      clearTimeout(expiry)
      session.release(true)
    }
    this.open.clear()
  }

  private async begin(command: Command): Promise<Session> {
    await this.rollBack(command)
    const session = await this.database.transactionSession()
    try {
      await session.query('', BEGIN, [])
    } catch (error) {
      session.release(true)
      throw error
    }
    const expiry = setTimeout(() => void this.rollBack(command), LIFETIME_MS)
    expiry.unref()
    this.open.set(command.sessionKey, { number: command.transactionNumber, session, expiry })
    return session
  }

  private async end(sessionKey: string, sql: 'COMMIT' | 'ROLLBACK'): Promise<boolean> {
    const transaction = this.open.get(sessionKey)
    if (!transaction) return false
    this.open.delete(sessionKey)
    clearTimeout(transaction.expiry)
    try {
      await transaction.session.query('', sql, [])
      transaction.session.release()
      return true
    } catch (error) {
      transaction.session.release(true)
      throw error
    }
  }
}

function noSuchTransaction(): MongoFault {
  const message = 'The transaction is not in progress: it ended, was aborted, or timed out'
  return new MongoFault(CODE.noSuchTransaction, nameOf(CODE.noSuchTransaction), message, {
    labels: ['TransientTransactionError'],
  })
}
