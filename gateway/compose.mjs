// @ts-check
/**
 * Composes the subgraphs' schemas into `supergraph.graphql`, ahead of time.
 *
 *     npm run compose            writes the supergraph
 *     npm run compose:check      fails where the one that is checked in is not what the schemas compose to
 */
import { readFile, writeFile } from 'node:fs/promises'
import { composeServices } from '@apollo/composition'
import { parse } from 'graphql'

const SUBGRAPHS = ['auth', 'orders', 'tickets']
const root = new URL('../', import.meta.url)
const supergraphFile = new URL('gateway/supergraph.graphql', root)
const heading = '# Made by `npm run compose` from subgraphs/*/schema.graphql: change those, not this.\n\n'

const { errors, hints, supergraphSdl } = composeServices(
  await Promise.all(
    SUBGRAPHS.map(async (name) => ({
      name,
      // Where a subgraph runs is the environment's business (AUTH_URL, …), not the schema's.
      url: `http://${name}.invalid/graphql`,
      typeDefs: parse(await readFile(new URL(`subgraphs/${name}/schema.graphql`, root), 'utf8')),
    })),
  ),
)

for (const hint of hints ?? []) console.error(`Hint: ${hint.definition.code} ${hint.coordinate ?? ''}`)

if (supergraphSdl === undefined) {
  for (const error of errors ?? []) console.error(`${error.message}\n`)
  console.error('The subgraphs do not compose.')
  process.exitCode = 1
} else if (!process.argv.includes('--check')) {
  await writeFile(supergraphFile, heading + supergraphSdl)
} else if ((await readFile(supergraphFile, 'utf8').catch(() => '')) !== heading + supergraphSdl) {
  console.error('gateway/supergraph.graphql is stale. Run `npm run compose` and commit what it writes.')
  process.exitCode = 1
}
