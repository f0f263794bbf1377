import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'

const dist = fileURLToPath(new URL('../dist/', import.meta.url))
const BUDGET_KB = 170

interface Chunk {
  readonly file: string
  readonly isEntry?: boolean
  readonly imports?: readonly string[]
}

const chunks: Readonly<Record<string, Chunk>> = JSON.parse(await readFile(join(dist, '.vite/manifest.json'), 'utf8'))

/** What somebody loads who opens the programme: the entry, what it imports, and the words of one language. */
function firstLoad(): Set<string> {
  const files = new Set<string>()
  const add = (name: string): void => {
    const chunk = chunks[name]
    if (chunk === undefined || files.has(chunk.file)) return
    files.add(chunk.file)
    for (const imported of chunk.imports ?? []) add(imported)
  }
  for (const [name, { isEntry }] of Object.entries(chunks)) if (isEntry === true) add(name)
  add('src/i18n/de/catalogue.ts')
  return files
}

it(`the first load has at most ${BUDGET_KB} kB of JavaScript, compressed`, async () => {
  const sizes = await Promise.all([...firstLoad()].map(async (file) => [file, gzipSync(await readFile(join(dist, file)), { level: 9 }).length] as const))
  const total = sizes.reduce((sum, [, size]) => sum + size, 0) / 1_000
  console.info(`first load: ${total.toFixed(1)} kB of JavaScript, gzip\n${sizes.map(([file, size]) => `  ${(size / 1_000).toFixed(1)} kB ${file}`).join('\n')}`)
  expect(sizes.length).toBeGreaterThan(1)
  expect(total).toBeLessThanOrEqual(BUDGET_KB)
})

it('the page has no script and no style of its own, and every asset is named by its content', async () => {
  const page = await readFile(join(dist, 'index.html'), 'utf8')
  expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/)
  const assets = await readdir(join(dist, 'assets'))
  expect(assets.filter((name) => !/-[\w-]{8}\.(?:js|css|woff2)(?:\.map)?(?:\.br|\.gz)?$/.test(name))).toEqual([])
})

it('every text is there compressed', async () => {
  const assets = await readdir(join(dist, 'assets'))
  const texts = assets.filter((name) => /\.(?:js|css)$/.test(name))
  const large = (await Promise.all(texts.map(async (name) => [name, (await readFile(join(dist, 'assets', name))).length] as const))).filter(([, size]) => size >= 256)
  expect(large.flatMap(([name]) => [`${name}.br`, `${name}.gz`]).filter((name) => !assets.includes(name))).toEqual([])
})
