import { DatabaseGone, MongoFault } from '../wire/mongo-fault.js'
import { CODE, codeOf, nameOf } from './error-codes.js'

/** SQLSTATEs by which PostgreSQL says "somebody else was faster": deadlock victim, serialization loser, lock timeout. */
const CONTENTION = new Set(['40P01', '40001', '55P03'])
const DUPLICATE_KEY = new Set(['M001C', '23505', '23P01'])
/** Shutdown, crash, connection lost (class 08), too early after a start. */
const GONE = /^(ECONN|EPIPE|ETIMEDOUT|57P0|08)/

export interface PostgresError {
  readonly sqlState: string
  readonly message: string
  /** The constraint that was violated, where one was. */
  readonly constraint: string | undefined
}

/** What PostgreSQL said, or null where the error is none of its own. */
export function postgresErrorOf(error: unknown): PostgresError | null {
  if (!(error instanceof Error) || error instanceof MongoFault) return null
  const { code, constraint } = error as Error & { code?: unknown; constraint?: unknown }
  return {
    sqlState: typeof code === 'string' ? code : '',
    message: error.message,
    constraint: typeof constraint === 'string' ? constraint : undefined,
  }
}

export function isContention(error: unknown): boolean {
  if (error instanceof MongoFault) return error.code === CODE.writeConflict
  return CONTENTION.has(postgresErrorOf(error)?.sqlState ?? '')
}

export function isDuplicateKey(error: unknown): boolean {
  return DUPLICATE_KEY.has(postgresErrorOf(error)?.sqlState ?? '')
}

/** True where the connection to PostgreSQL broke; errors without SQLSTATE come from the connection itself. */
export function isGone(error: unknown): boolean {
  const postgres = postgresErrorOf(error)
  if (!postgres) return error instanceof DatabaseGone
  return GONE.test(postgres.sqlState) || (postgres.sqlState === '' && /terminat|timeout|closed|not queryable/i.test(postgres.message))
}

/** The fault that a driver understands. In a transaction a conflict carries the label that makes drivers repeat it. */
export function faultOf(error: unknown, inTransaction: boolean): unknown {
  const postgres = postgresErrorOf(error)
  if (!postgres || postgres.sqlState === '') return error
  const duplicate = DUPLICATE_KEY.has(postgres.sqlState)
  const conflict = CONTENTION.has(postgres.sqlState) || (inTransaction && duplicate)
  const code = conflict ? CODE.writeConflict : codeOf(postgres.sqlState)
  return new MongoFault(
    code,
    nameOf(code),
    postgres.message,
    conflict && inTransaction ? { labels: ['TransientTransactionError'] } : {},
  )
}
