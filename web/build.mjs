import { createHash } from 'node:crypto'
import { readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Builds the app, unless what it is made of is as it was at the last build. Plain JavaScript, so that `npm start` can run
 * it before anything is built.
 */

const web = fileURLToPath(new URL('.', import.meta.url))
const sources = ['src', 'public', 'build', 'index.html', 'vite.config.ts', 'package.json', '../sdk/src', '../package-lock.json']
const dist = join(web, 'dist')
const note = join(dist, '.made-of')

const now = await digest()
if ((await readFile(note, 'utf8').catch(() => '')) !== now) {
  const { build } = await import('vite')
  // Beside the one that is there, and then in its place: somebody may be starting with that.
  const made = join(web, `node_modules/.dist-${process.pid}`)
  await build({ root: web, logLevel: process.stdout.isTTY ? 'info' : 'warn', build: { outDir: made, emptyOutDir: true } })
  await writeFile(join(made, '.made-of'), now)
  await rm(dist, { recursive: true, force: true })
  await rename(made, dist)
}

async function digest() {
  const hash = createHash('sha256')
  for (const source of sources) {
    const path = join(web, source)
    const files = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => null)
    const names = files === null ? [path] : files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name))
    for (const name of names.filter((file) => !/\.spec\.tsx?$/.test(file)).toSorted()) hash.update(name.slice(web.length)).update('\0').update(await readFile(name))
  }
  return hash.digest('hex')
}
