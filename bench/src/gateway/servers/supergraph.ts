import { environmentOf, readEnvironment } from '@mov-ticket/service-kit'
import { readFile } from 'node:fs/promises'

const { AUTH_URL, TICKETS_URL, ORDERS_URL } = readEnvironment({
  AUTH_URL: environmentOf.httpUrl,
  TICKETS_URL: environmentOf.httpUrl,
  ORDERS_URL: environmentOf.httpUrl,
})
const urls: Readonly<Record<string, string>> = { auth: AUTH_URL, tickets: TICKETS_URL, orders: ORDERS_URL }

/** Ours, with the subgraphs of this run in it. */
export async function readSupergraph(): Promise<string> {
  const text = await readFile(new URL('../../../../gateway/supergraph.graphql', import.meta.url), 'utf8')
  return text.replaceAll(/@join__graph\(name: "(\w+)", url: "[^"]*"\)/g, (_, name: string) => `@join__graph(name: "${name}", url: "${urls[name] ?? ''}")`)
}
