import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'
import { expect, it } from 'vitest'

const index = fileURLToPath(new URL('index.ts', import.meta.url))
const MOST_BYTES = 12_000

/** What a program that says this has in its bundle, minified. */
async function bundle(code: string): Promise<string> {
  const build = await rolldown({
    input: 'program',
    logLevel: 'warn',
    plugins: [{ name: 'program', resolveId: (id) => (id === 'program' ? id : null), load: (id) => (id === 'program' ? code : null) }],
  })
  const { output } = await build.generate({ minify: true, format: 'esm' })
  return output[0].code
}

const sizeOf = (code: string) => gzipSync(code, { level: 9 }).length

it('has at most 12 kB, compressed, with every operation and all that is live', async () => {
  const size = sizeOf(await bundle(`export { createClient } from '${index}'`))
  console.info(`createClient: ${size} bytes, minified and compressed`)
  expect(size).toBeLessThanOrEqual(MOST_BYTES)
})

it('brings only the operations that a program names', async () => {
  const code = await bundle(`import { createCoreClient, Movies } from '${index}'; export const client = createCoreClient({ url: '' }), ask = () => client.request(Movies, {})`)
  console.info(`createCoreClient with one operation: ${sizeOf(code)} bytes, minified and compressed`)
  const named = [...code.matchAll(/(?:query|mutation|subscription) (\w+)/g)].map(([, name]) => name)
  expect(new Set(named)).toEqual(new Set(['Movies', 'OrderChanged', 'SeatMapChanged']))
})
