import { MongoFault } from '../wire/mongo-fault.js'
import type { CommandHandler } from './command.js'
import {
  collectionStats,
  count,
  databaseStats,
  dropCollection,
  dropDatabase,
  listDatabases,
  modifyCollection,
  queryHandler,
  renameCollection,
} from './collections.js'
import type { Cursors } from './cursors.js'
import { CODE, nameOf } from './error-codes.js'
import { explain } from './explain.js'
import { createIndexes, dropIndexes } from './indexes.js'
import { buildInfo, hello, refuseAuthentication } from './server-facts.js'
import type { Writes } from './writes.js'

const yes: CommandHandler = async () => ({ ok: 1 })

/** Every command that is known, by its name in lower case (drivers differ in case). */
export function commandTable(writes: Writes, cursors: Cursors): ReadonlyMap<string, CommandHandler> {
  const table: Record<string, CommandHandler> = {
    hello: async () => hello(),
    isMaster: async () => hello(),
    buildInfo: async () => buildInfo(),
    ping: yes,
    endSessions: yes,
    refreshSessions: yes,
    killSessions: yes,
    connectionStatus: yes,
    saslStart: refuseAuthentication,
    authenticate: refuseAuthentication,

    insert: (command, scope) => writes.write('insert', command, scope),
    update: (command, scope) => writes.write('update', command, scope),
    delete: (command, scope) => writes.write('delete', command, scope),
    findAndModify: (command, scope) => writes.findAndModify(command, scope),

    find: (command, scope) => cursors.first('find', command, scope),
    aggregate: (command, scope) => cursors.first('aggregate', command, scope),
    listIndexes: (command, scope) => cursors.first('listIndexes', command, scope),
    listCollections: (command, scope) => cursors.first('listCollections', command, scope),
    getMore: (command, scope) => cursors.more(command, scope),
    killCursors: (command) => cursors.kill(command),
    count,
    distinct: queryHandler('distinct'),
    explain,

    createIndexes,
    dropIndexes,
    create: queryHandler('create'),
    validate: queryHandler('validate'),
    collMod: modifyCollection,
    collStats: collectionStats,
    drop: dropCollection,
    renameCollection,
    dropDatabase,
    dbStats: databaseStats,
    listDatabases,
  }
  return new Map(Object.entries(table).map(([name, handler]) => [name.toLowerCase(), handler]))
}

export function commandNotFound(name: string): MongoFault {
  return new MongoFault(CODE.commandNotFound, nameOf(CODE.commandNotFound), `no such command: '${name}'`)
}
