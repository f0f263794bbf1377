import { commandOf, type Command, type Scope } from './commands/command.js'
import { Cursors } from './commands/cursors.js'
import { connectDatabase } from './commands/database.js'
import { commandNotFound, commandTable } from './commands/dispatch.js'
import { DuplicateKeys } from './commands/duplicate-keys.js'
import { faultOf, isGone } from './commands/postgres-error.js'
import { Queues } from './commands/queues.js'
import { sweepRetryRecords } from './commands/retry-records.js'
import { Transactions } from './commands/transactions.js'
import { Writes } from './commands/writes.js'
import { DatabaseGone } from './wire/mongo-fault.js'
import type { Reply } from './wire/reply.js'
import { startWireServer, type WireServer } from './wire/wire-server.js'

export interface GatewayOptions {
  readonly port: number
  readonly postgres: { readonly port: number; readonly password: string }
}

/** MongoDB's wire protocol in front of PostgreSQL with DocumentDB: commands pass through as BSON, to one SQL function each. */
export async function startGateway({ port, postgres }: GatewayOptions): Promise<WireServer> {
  const database = connectDatabase({
    host: '127.0.0.1',
    ...postgres,
    onLost: () => {
      cursors.closeAll()
      transactions.forgetAll()
    },
  })
  const cursors = new Cursors(database)
  const transactions = new Transactions(database)
  const sweep = sweepRetryRecords(database.query)
  const commands = commandTable(new Writes(new DuplicateKeys(), new Queues()), cursors)

  async function run(command: Command): Promise<Reply> {
    const name = command.name.toLowerCase()
    if (command.inTransaction && name === 'committransaction') return transactions.commit(command).then(() => ({ ok: 1 }))
    if (command.inTransaction && name === 'aborttransaction') return transactions.abort(command).then(() => ({ ok: 1 }))
    const handler = commands.get(name)
    if (!handler) throw commandNotFound(command.name)
    const transaction = command.inTransaction ? await transactions.sessionFor(command) : undefined
    const scope: Scope = { query: transaction?.query ?? database.query, transaction }
    return handler(command, scope)
  }

  const server = await startWireServer(port, async (request) => {
    if (database.isGone()) throw new DatabaseGone()
    const command = commandOf(request)
    try {
      return await run(command)
    } catch (error) {
      if (isGone(error)) {
        database.lost()
        throw new DatabaseGone()
      }
      // A failed command ends its transaction, as in MongoDB.
      if (command.inTransaction) await transactions.rollBack(command)
      throw faultOf(error, command.inTransaction)
    }
  })
  return {
    port: server.port,
    close: async () => {
      sweep.stop()
      await server.close()
      cursors.closeAll()
      await database.close()
    },
  }
}
