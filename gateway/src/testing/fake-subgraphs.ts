import { createLogger, startHttpServer, startSubgraph } from '@mov-ticket/service-kit'
import type { Caller } from '@mov-ticket/service-kit'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'

export const secret = 'a secret that is long enough for specs'
export const subgraphNames = ['auth', 'tickets', 'orders'] as const
export type SubgraphName = (typeof subgraphNames)[number]

export interface FakeContext {
  readonly caller: Caller
  readonly setHeader: (name: string, value: string) => void
}

/** Resolvers over the subgraph's true schema (or another one), or anything that speaks HTTP, or nobody at all. */
export type Fake = { readonly resolvers: object; readonly typeDefs?: string } | { readonly http: (request: IncomingMessage, response: ServerResponse) => void } | 'absent'

export interface RunningFake {
  readonly url: string
  stop(): Promise<void>
}

const host = '127.0.0.1'

export async function startFake(name: SubgraphName, fake: Fake): Promise<RunningFake> {
  if (fake === 'absent') return { url: `http://${host}:1/graphql`, stop: async () => {} }
  if ('http' in fake) {
    const server = await startHttpServer({ host, port: 0 }, async (request, response) => fake.http(request, response))
    return { url: urlOf(server.port), stop: () => server.stop(0) }
  }
  const subgraph = await startSubgraph<FakeContext>({
    name, host, port: 0, secret, readiness: {},
    typeDefs: fake.typeDefs ?? (await schemaOf(name)),
    resolvers: fake.resolvers,
    logger: createLogger({ service: name, level: 'silent' }),
    context: (caller, response) => ({ caller, setHeader: (key, value) => response.setHeader(key, value) }),
  })
  return { url: urlOf(subgraph.port), stop: () => subgraph.stop() }
}

export function schemaOf(name: SubgraphName): Promise<string> {
  return readFile(new URL(`../../../subgraphs/${name}/schema.graphql`, import.meta.url), 'utf8')
}

function urlOf(port: number): string {
  return `http://${host}:${port}/graphql`
}
