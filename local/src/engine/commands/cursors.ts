import { deserialize, Long, type Document } from 'bson'
import { MongoFault } from '../wire/mongo-fault.js'
import { longOf } from '../wire/fields.js'
import type { Reply } from '../wire/reply.js'
import type { Command, Scope } from './command.js'
import type { Database, Session } from './database.js'
import { CODE, nameOf } from './error-codes.js'
import { bytes, bytesOrNull } from './rows.js'
import { CURSORS, GET_MORE } from './sql.js'

/** As MongoDB's: a cursor that nobody asks for this long is closed. */
const IDLE_MS = 10 * 60_000

interface Cursor {
  readonly continuation: Buffer
  /** Cursors that PostgreSQL keeps open (sorts, aggregations) live on one connection. */
  readonly session: Session | undefined
  /** True where that connection is the cursor's own, to be given back when it ends. */
  readonly ownsSession: boolean
  readonly expiry: NodeJS.Timeout
}

/** Answers that come in pages. */
export class Cursors {
  private readonly open = new Map<string, Cursor>()

  constructor(private readonly database: Database) {}

  async first(kind: keyof typeof CURSORS, command: Command, scope: Scope): Promise<Reply> {
    const session = scope.transaction ?? (await this.database.session())
    let keep = scope.transaction !== undefined
    let broken = true
    try {
      const [row] = await session.query(kind, CURSORS[kind], [command.database, command.body])
      broken = false
      const continuation = bytesOrNull(row, 'continuation')
      if (continuation) {
        const persistent = row?.persistent === true
        const ownsSession = persistent && !scope.transaction
        this.keep(String(row?.id), { continuation, session: persistent ? session : undefined, ownsSession })
        keep ||= ownsSession
      }
      return bytes(row, 'page')
    } catch (error) {
      // Errors that PostgreSQL itself told leave the connection usable.
      broken = !(error instanceof Error && 'severity' in error)
      throw error
    } finally {
      if (!keep) session.release(broken)
    }
  }

  async more(command: Command, scope: Scope): Promise<Reply> {
    const [first] = command.fields.values()
    const id = String(longOf(first))
    const cursor = this.open.get(id)
    if (!cursor) throw new MongoFault(CODE.cursorNotFound, nameOf(CODE.cursorNotFound), `cursor id ${id} not found`)
    this.open.delete(id)
    clearTimeout(cursor.expiry)
    const query = cursor.session?.query ?? scope.query
    try {
      const [row] = await query('getMore', GET_MORE, [command.database, command.body, cursor.continuation])
      const continuation = bytesOrNull(row, 'continuation')
      if (continuation) this.keep(id, { ...cursor, continuation })
      else this.giveBack(cursor, false)
      return bytes(row, 'page')
    } catch (error) {
      this.giveBack(cursor, true)
      throw error
    }
  }

  async kill(command: Command): Promise<Document> {
    const { cursors }: Document = deserialize(command.body, { promoteLongs: false })
    const ids = Array.isArray(cursors) ? cursors.map(String) : []
    const killed = ids.filter((id) => this.close(id))
    const notFound = ids.filter((id) => !killed.includes(id))
    return {
      cursorsKilled: killed.map((id) => Long.fromString(id)),
      cursorsNotFound: notFound.map((id) => Long.fromString(id)),
      cursorsAlive: [],
      cursorsUnknown: [],
      ok: 1,
    }
  }

  closeAll(): void {
    for (const id of this.open.keys()) this.close(id)
  }

  private keep(id: string, cursor: Omit<Cursor, 'expiry'>): void {
    const expiry = setTimeout(() => this.close(id), IDLE_MS)
    expiry.unref()
    this.open.set(id, { ...cursor, expiry })
  }

  private close(id: string): boolean {
    const cursor = this.open.get(id)
    if (!cursor) return false
    this.open.delete(id)
    clearTimeout(cursor.expiry)
    this.giveBack(cursor, true)
    return true
  }

  /** A cursor that did not reach its end is open in PostgreSQL too: its connection is closed with it. */
  private giveBack(cursor: Omit<Cursor, 'expiry'>, unfinished: boolean): void {
    if (cursor.ownsSession) cursor.session?.release(unfinished)
  }
}
