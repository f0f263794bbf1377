import { readFile } from 'node:fs/promises'
import type { TestGraph } from './test-graph.js'

/** The graph that this platform serves. */
export async function ours(): Promise<TestGraph> {
  const names = ['auth', 'tickets', 'orders']
  const schemas = names.map(async (name) => [name, await readFile(new URL(`../../../../../subgraphs/${name}/schema.graphql`, import.meta.url), 'utf8')])
  return { name: 'ours', subgraphs: Object.fromEntries(await Promise.all(schemas)) }
}
