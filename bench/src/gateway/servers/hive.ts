import { createGatewayRuntime } from '@graphql-hive/gateway-runtime'
import { unifiedGraphHandler } from '@graphql-hive/router-runtime'
import { startHttpServer } from '@mov-ticket/service-kit'
import { sayReady } from './say-ready.js'
import { readSupergraph } from './supergraph.js'

/** The query planner in Rust; subgraph requests in flight are shared, as it does by itself. */
const gateway = createGatewayRuntime({ supergraph: await readSupergraph(), unifiedGraphHandler, logging: false })
const server = await startHttpServer({ host: '127.0.0.1', port: 0 }, async (request, response) => {
  await gateway(request, response)
})
sayReady(server.port)
