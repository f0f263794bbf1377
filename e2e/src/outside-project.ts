import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'

/** A project of somebody else, outside the repository, with the packed SDK installed and nothing else. */
export interface OutsideProject {
  readonly folder: string
  write(files: Readonly<Record<string, string>>): Promise<void>
  /** TypeScript, as strict as it can be, and libraries checked too. Rejects with what it complains about. */
  compile(folder: string): Promise<void>
  bundle(): Promise<void>
  remove(): Promise<void>
}

const run = promisify(execFile)
const root = resolve(import.meta.dirname, '../..')

export async function startOutsideProject(): Promise<OutsideProject> {
  const folder = await mkdtemp(join(tmpdir(), 'mov-ticket-outside-'))
  const write: OutsideProject['write'] = async (files) => {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true })
      await writeFile(join(folder, name), text)
    }
  }
  await run('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: join(root, 'sdk') })
  const packed = (await readdir(folder)).find((name) => name.endsWith('.tgz'))
  if (packed === undefined) throw new Error('npm pack made nothing.')
  await write({ 'package.json': JSON.stringify({ name: 'outside', private: true, type: 'module' }) })
  // It needs nothing that npm would have to fetch.
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', `./${packed}`], { cwd: folder })

  return {
    folder,
    write,
    compile: async (from) => tool('typescript/bin/tsc', ['-p', from]),
    bundle: async () => tool('vite/bin/vite.js', ['build', '--logLevel', 'warn']),
    remove: async () => rm(folder, { recursive: true }),
  }

  async function tool(path: string, args: readonly string[]): Promise<void> {
    await run(process.execPath, [join(root, 'node_modules', path), ...args], { cwd: folder }).catch((error: Error & { stdout?: string }) => {
      throw new Error(`${error.stdout ?? ''}\n${error.message}`)
    })
  }
}

/** The TypeScript examples of the SDK's README, in order. */
export async function readmeExamples(): Promise<string[]> {
  const text = await readFile(join(root, 'sdk/README.md'), 'utf8')
  return [...text.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = '']) => code)
}
