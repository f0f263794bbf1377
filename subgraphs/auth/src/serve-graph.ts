import { readFile } from 'node:fs/promises'
import { SESSION_HEADER, pingMongo, startSubgraph } from '@mov-ticket/service-kit'
import type { Logger, Subgraph } from '@mov-ticket/service-kit'
import type { Broker } from '@mov-ticket/shared-events'
import DataLoader from 'dataloader'
import type { Connection } from 'mongoose'
import type { Auth } from './create-auth.js'
import type { Context } from './graph/context.js'

export interface ServeOptions {
  readonly auth: Auth
  readonly mongo: Connection
  readonly broker: Pick<Broker, 'ready'>
  readonly host: string
  readonly port: number
  readonly secret: string
  readonly logger: Logger
}

export async function serveGraph({ auth, mongo, broker, host, port, secret, logger }: ServeOptions): Promise<Subgraph> {
  return startSubgraph<Context>({
    name: 'auth',
    typeDefs: await readFile(new URL('../schema.graphql', import.meta.url), 'utf8'),
    resolvers: auth.resolvers,
    host,
    port,
    secret,
    logger,
    readiness: { mongodb: () => pingMongo(mongo), redis: () => auth.sessions.ping(), rabbitmq: () => broker.ready() },
    context: (caller, response) => ({
      caller,
      viewer: caller.identity,
      users: new DataLoader((ids: readonly string[]) => auth.users.byIds(ids)),
      notify: (notice) => response.setHeader(SESSION_HEADER, JSON.stringify(notice)),
    }),
  })
}
