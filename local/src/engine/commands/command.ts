import type { Fields } from '../wire/fields.js'
import { longOf, readFields, textOf, truthOf } from '../wire/fields.js'
import type { Reply } from '../wire/reply.js'
import type { Request } from '../wire/request.js'
import type { Query, Session } from './database.js'

/** A command on its way through the gateway. */
export interface Command {
  /** As sent, e.g. `findAndModify`. */
  readonly name: string
  readonly database: string
  /** The value of the first field where it is text: the collection. */
  readonly collection: string
  readonly fields: Fields
  readonly body: Buffer
  readonly sequences: Readonly<Record<string, Buffer>>
  /** Identifies the client's session; empty where it has none. */
  readonly sessionKey: string
  readonly transactionNumber: bigint | undefined
  readonly inTransaction: boolean
  readonly startsTransaction: boolean
}

/** What a command runs in: the connections at large, or those of its transaction. */
export interface Scope {
  readonly query: Query
  /** Set inside a transaction: everything of it runs there. */
  readonly transaction: Session | undefined
}

export type CommandHandler = (command: Command, scope: Scope) => Promise<Reply>

export function commandOf(request: Request): Command {
  const fields = readFields(request.body)
  const [first] = fields
  const sessionId = fields.get('lsid')
  return {
    name: first?.[0] ?? '',
    database: textOf(fields.get('$db')) ?? 'test',
    collection: textOf(first?.[1]) ?? '',
    fields,
    body: request.body,
    sequences: request.sequences,
    sessionKey: sessionId === undefined ? '' : sessionId.value.toString('base64'),
    transactionNumber: longOf(fields.get('txnNumber')),
    inTransaction: fields.has('autocommit') && !truthOf(fields.get('autocommit')),
    startsTransaction: truthOf(fields.get('startTransaction')),
  }
}
