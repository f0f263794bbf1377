import { setTimeout as delay } from 'node:timers/promises'
import { Pool, type PoolClient } from 'pg'

export type Row = Readonly<Record<string, unknown>>

/** Runs one statement, prepared once per connection under `name`. */
export type Query = (name: string, text: string, values: readonly unknown[]) => Promise<Row[]>

/** One connection, held for a transaction or a cursor. */
export interface Session {
  readonly query: Query
  /** `broken` connections are closed instead of used again. */
  release(broken?: boolean): void
}

export interface Database {
  readonly query: Query
  session(): Promise<Session>
  /** Apart from the other connections, so that open transactions can't starve plain commands. */
  transactionSession(): Promise<Session>
  /** True from the moment PostgreSQL is found gone until it answers again. */
  isGone(): boolean
  /** Called with any failure that means that PostgreSQL is gone; looks for it until it answers. */
  lost(): void
  close(): Promise<void>
}

const PLAIN_CONNECTIONS = 24
const TRANSACTION_CONNECTIONS = 64
const RECONNECT_MS = 50

export function connectDatabase(options: { host: string; port: number; password: string; onLost: () => void }): Database {
  const { host, port, password } = options
  const open = (max: number) => {
    const pool = new Pool({ host, port, password, user: 'postgres', database: 'postgres', max, idleTimeoutMillis: 0 })
    pool.on('error', () => undefined) // an idle connection broke: the next query finds out
    return pool
  }
  const plain = open(PLAIN_CONNECTIONS)
  const transactions = open(TRANSACTION_CONNECTIONS)
  let gone = false
  const closing = new AbortController()

  async function untilBack(): Promise<void> {
    while (!closing.signal.aborted) {
      try {
        await plain.query('SELECT 1')
        gone = false
        return
      } catch {
        await delay(RECONNECT_MS)
      }
    }
  }
  return {
    query: queryOf(plain),
    session: async () => sessionOf(await plain.connect()),
    transactionSession: async () => sessionOf(await transactions.connect()),
    isGone: () => gone,
    lost: () => {
      if (gone || closing.signal.aborted) return
      gone = true
      options.onLost()
      void untilBack()
    },
    close: async () => {
      closing.abort()
      await Promise.all([plain.end(), transactions.end()])
    },
  }
}

function queryOf(client: Pool | PoolClient): Query {
  return async (name, text, values) => (await client.query<Row>({ name, text, values: [...values] })).rows
}

function sessionOf(client: PoolClient): Session {
  return { query: queryOf(client), release: (broken = false) => client.release(broken) }
}
