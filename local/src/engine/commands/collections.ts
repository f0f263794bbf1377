import { deserialize, serialize } from 'bson'
import { documentOf, textOf, truthOf } from '../wire/fields.js'
import type { CommandHandler } from './command.js'
import { bytes } from './rows.js'
import {
  COLLECTION_DROP,
  COLLECTION_MODIFY,
  COLLECTION_RENAME,
  COLLECTION_STATS,
  DATABASE_DROP,
  DATABASE_STATS,
  DATABASES,
  QUERIES,
} from './sql.js'

const EMPTY_DOCUMENT_BYTES = 5

export function queryHandler(kind: keyof typeof QUERIES): CommandHandler {
  return async (command, { query }) => bytes((await query(kind, QUERIES[kind], [command.database, command.body]))[0], 'result')
}

/** Without a query DocumentDB gives the planner's estimate; a filter that all documents pass makes it count. */
export const count: CommandHandler = async (command, { query }) => {
  const filter = documentOf(command.fields.get('query'))
  const exact = filter !== undefined && filter.length > EMPTY_DOCUMENT_BYTES
  const spec = exact ? command.body : serialize({ ...deserialize(command.body), query: { _id: { $exists: true } } })
  return bytes((await query('count', QUERIES.count, [command.database, spec]))[0], 'result')
}

export const modifyCollection: CommandHandler = async ({ database, body, collection }, { query }) =>
  bytes((await query('collMod', COLLECTION_MODIFY, [database, body, collection]))[0], 'result')

export const dropCollection: CommandHandler = async ({ database, collection }, { query }) => {
  await query('drop', COLLECTION_DROP, [database, collection])
  return { ns: `${database}.${collection}`, ok: 1 }
}

/** `{renameCollection: 'db.from', to: 'db.to', dropTarget}`; within one database. */
export const renameCollection: CommandHandler = async ({ collection, fields }, { query }) => {
  const [database = '', ...from] = collection.split('.')
  const [, ...to] = (textOf(fields.get('to')) ?? '').split('.')
  await query('rename', COLLECTION_RENAME, [database, from.join('.'), to.join('.'), truthOf(fields.get('dropTarget'))])
  return { ok: 1 }
}

export const collectionStats: CommandHandler = async ({ database, collection }, { query }) =>
  bytes((await query('collStats', COLLECTION_STATS, [database, collection]))[0], 'result')

export const dropDatabase: CommandHandler = async ({ database }, { query }) => {
  await query('dropDatabase', DATABASE_DROP, [database])
  return { dropped: database, ok: 1 }
}

export const databaseStats: CommandHandler = async ({ database }, { query }) =>
  bytes((await query('dbStats', DATABASE_STATS, [database]))[0], 'result')

export const listDatabases: CommandHandler = async ({ body }, { query }) =>
  bytes((await query('listDatabases', DATABASES, [body]))[0], 'result')
