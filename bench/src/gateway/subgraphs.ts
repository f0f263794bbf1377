import { buildSubgraphSchema } from '@apollo/subgraph'
import { answerHealth, createLogger, environmentOf, readEnvironment, startHttpServer } from '@mov-ticket/service-kit'
import { connectBroker } from '@mov-ticket/shared-events'
import { graphql, parse } from 'graphql'
import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { answerParent } from '../live/questions.js'
import { resolversOf } from './fixed-data.js'

/**
 * A process: three subgraphs with the true schemas and fixed data. Each request is executed once, and its answer
 * remembered: what is measured is the gateway in front.
 */

const { NAMESPACE, RABBITMQ_URL } = readEnvironment({
  NAMESPACE: environmentOf.namespace,
  RABBITMQ_URL: environmentOf.rabbitmqUrl,
})
const logger = createLogger({ service: 'subgraphs', level: 'warn' })
const broker = connectBroker({ url: RABBITMQ_URL, namespace: NAMESPACE, service: 'auth', logger })
await broker.answer('auth.who-is-this', () => Promise.resolve(null))

type Resolvers = NonNullable<Extract<Parameters<typeof buildSubgraphSchema>[0], { readonly resolvers?: unknown }>['resolvers']>
const asked = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()).nullish() })
let requests = 0

const ports = await Promise.all(
  Object.entries(resolversOf).map(async ([name, resolvers]) => {
    const typeDefs = parse(await readFile(new URL(`../../../subgraphs/${name}/schema.graphql`, import.meta.url), 'utf8'))
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- resolvers of fixed data
    const schema = buildSubgraphSchema({ typeDefs, resolvers: resolvers as Resolvers })
    const known = new Map<string, Buffer>()

    async function execute(body: string): Promise<Buffer> {
      const { query, variables } = asked.parse(JSON.parse(body))
      const result = await graphql({ schema, source: query, variableValues: variables ?? {} })
      if (result.errors !== undefined) logger.error({ name, query, errors: result.errors }, 'a query fails')
      const answer = Buffer.from(JSON.stringify(result))
      known.set(body, answer)
      return answer
    }

    const server = await startHttpServer({ host: '127.0.0.1', port: 0 }, async (request, response) => {
      if (await answerHealth(request, response, { readiness: {}, stopping: false })) return
      requests += 1
      const body = await text(request)
      const answer = known.get(body) ?? (await execute(body))
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length }).end(answer)
    })
    return [name, server.port] as const
  }),
)

answerParent({ requests: () => requests })
console.log(JSON.stringify({ msg: 'listening', ...Object.fromEntries(ports) }))
console.log(JSON.stringify({ msg: 'ready' }))
