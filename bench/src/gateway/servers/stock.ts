import { ApolloGateway } from '@apollo/gateway'
import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
import { sayReady } from './say-ready.js'
import { readSupergraph } from './supergraph.js'

/** As its documentation says, but for what it would tell Apollo. */
process.env['APOLLO_TELEMETRY_DISABLED'] = 'true'
const server = new ApolloServer({ gateway: new ApolloGateway({ supergraphSdl: await readSupergraph() }) })
const { url } = await startStandaloneServer(server, { listen: { host: '127.0.0.1', port: 0 } })
sayReady(Number(new URL(url).port))
