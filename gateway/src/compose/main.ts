import { readFile, writeFile } from 'node:fs/promises'
import { compose } from './compose.js'

/**
 * Composes the subgraphs' schemas into `supergraph.graphql`, ahead of time.
 *
 *     npm run compose            writes the supergraph
 *     npm run compose:check      fails where the one that is checked in is not what the schemas compose to
 */
const SUBGRAPHS = ['auth', 'orders', 'tickets']
const root = new URL('../../../', import.meta.url)
const supergraphFile = new URL('gateway/supergraph.graphql', root)
const heading = '# Made by `npm run compose` from subgraphs/*/schema.graphql: change those, not this.\n\n'

try {
  const schemas = SUBGRAPHS.map(async (name) => ({
    name,
    sdl: await readFile(new URL(`subgraphs/${name}/schema.graphql`, root), 'utf8'),
  }))
  const { supergraphSdl, hints } = compose(await Promise.all(schemas))
  for (const hint of hints) console.error(`Hint: ${hint}`)
  if (!process.argv.includes('--check')) {
    await writeFile(supergraphFile, heading + supergraphSdl)
  } else if ((await readFile(supergraphFile, 'utf8').catch(() => '')) !== heading + supergraphSdl) {
    throw new Error('gateway/supergraph.graphql is stale. Run `npm run compose` and commit what it writes.')
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
