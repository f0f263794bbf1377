import { deserialize, serialize, type Document } from 'bson'
import { inspect } from 'node:util'
import { documentOf, splitSequence } from '../wire/fields.js'
import { MongoFault } from '../wire/mongo-fault.js'
import type { Command, Scope } from './command.js'
import { CODE, nameOf } from './error-codes.js'
import { documentAfter, valueAt } from './document-after-update.js'
import { documentOr, documentsIn, isDocument } from './documents.js'
import { bytes } from './rows.js'
import { CURSORS, UNIQUE_INDEXES } from './sql.js'

interface UniqueIndex {
  readonly name: string
  readonly rum: string
  readonly key: Document
}

/** What MongoDB tells about a duplicate key, beyond that there is one. */
interface Description {
  readonly errmsg: string
  readonly keyPattern?: Document
  readonly keyValue?: Document
}

/**
 * Says which index and which value: DocumentDB tells only the index's name (or PostgreSQL's constraint). The value is
 * what the write would have made of the document; where that can't be told (a pipeline as update), there is no `keyValue`.
 */
export class DuplicateKeys {
  async describe(command: Command, scope: Scope, error: { index: number; errmsg: string }): Promise<Description> {
    const name = /Index '(.*)'$/.exec(error.errmsg)?.[1]
    const index = await this.indexOf(command, scope, (candidate) => candidate.name === name)
    if (!index) return { errmsg: messageOf(command, error.errmsg) }
    const written = await this.written(command, scope, error.index)
    return described(command, index, written)
  }

  /** For commands that fail as a whole (findAndModify). */
  async faultOf(command: Command, scope: Scope, constraint: string | undefined): Promise<MongoFault> {
    const onId = constraint === undefined || !constraint.startsWith('documents_rum')
    const index = await this.indexOf(command, scope, ({ rum, name }) => (onId ? name === '_id_' : rum === constraint))
    const name = nameOf(CODE.duplicateKey)
    if (!index) return new MongoFault(CODE.duplicateKey, name, messageOf(command, constraint ?? 'unique index'))
    const { errmsg, ...info } = described(command, index, await this.written(command, scope, 0))
    return new MongoFault(CODE.duplicateKey, name, errmsg, { info })
  }

  private async indexOf(
    command: Command,
    scope: Scope,
    matches: (index: UniqueIndex) => boolean,
  ): Promise<UniqueIndex | undefined> {
    const rows = await scope.query('uniqueIndexes', UNIQUE_INDEXES, [command.database, command.collection])
    return rows
      .map((row) => ({ name: String(row.name), rum: String(row.rum), key: deserialize(bytes(row, 'key')) }))
      .find(matches)
  }

  /** The document that the write would have left behind; null where that can't be told. */
  private async written(command: Command, scope: Scope, position: number): Promise<Document | null> {
    const statement = statementAt(command, position)
    if (command.name === 'insert') return statement
    const filter: unknown = statement?.q ?? statement?.query
    const update: unknown = statement?.u ?? statement?.update
    if (!isDocument(filter) || !isDocument(update)) return null
    const find = serialize({ find: command.collection, filter, limit: 1, singleBatch: true })
    const [row] = await scope.query('find', CURSORS.find, [command.database, find])
    const [before = null] = documentsIn(deserialize(bytes(row, 'page')).cursor?.firstBatch)
    return documentAfter(before, filter, update)
  }
}

/** The document or statement at a position of a write, however the driver sent it. */
function statementAt(command: Command, position: number): Document | null {
  if (command.name.toLowerCase() === 'findandmodify') return deserialize(command.body)
  const key = { insert: 'documents', update: 'updates' }[command.name]
  if (key === undefined) return null
  const sequence = command.sequences[key]
  const bson = sequence ? splitSequence(sequence)[position] : documentOf(command.fields.get(key))
  if (!bson) return null
  return sequence ? deserialize(bson) : documentOr(Object.values(deserialize(bson))[position], null)
}

function described(command: Command, index: UniqueIndex, written: Document | null): Description {
  const keyValue = written && Object.fromEntries(Object.keys(index.key).map((path) => [path, valueAt(written, path)]))
  const shown = keyValue ? ` dup key: ${inspect(keyValue, { breakLength: Infinity, depth: 4 })}` : ''
  return {
    errmsg: messageOf(command, `index: ${index.name}${shown}`),
    keyPattern: index.key,
    ...(keyValue ? { keyValue } : {}),
  }
}

function messageOf(command: Command, what: string): string {
  return `E11000 duplicate key error collection: ${command.database}.${command.collection} ${what}`
}
