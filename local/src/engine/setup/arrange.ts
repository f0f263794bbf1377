import { access, chmod, copyFile, readdir, rename, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { runCommand } from '../../processes/run-command.js'
import { binariesOf } from './engine-files.js'

const PROGRAMS = ['postgres', 'initdb']
/** What PostgreSQL loads while it runs, so that a missing library shows now and not later. */
const MODULES = ['pg_documentdb_core', 'pg_documentdb', 'pg_documentdb_extended_rum', 'postgis-3', 'rum', 'vector', 'pg_cron']

/** Makes an unpacked tree run where it is: its programs by its own loader and libraries, whatever the host has. */
export async function arrange(root: string, postgresMajor: string): Promise<void> {
  const binaries = binariesOf(root, postgresMajor)
  const modules = join(root, 'usr/lib/postgresql', postgresMajor, 'lib')
  const libraries = await librariesOf(root)
  const loader = join(libraries, await loaderIn(libraries))
  for (const program of PROGRAMS) await wrap({ binaries, program, loader, libraries, modules })
  await linkPostgis(join(root, 'usr/share/postgresql', postgresMajor, 'extension'))
  const files = [join(binaries, 'postgres.elf'), ...MODULES.map((name) => join(modules, `${name}.so`))]
  for (const file of files) await checkLibraries(file, loader, `${libraries}:${modules}`)
}

async function librariesOf(root: string): Promise<string> {
  const folders = await readdir(join(root, 'usr/lib'))
  const triplet = folders.find((name) => name.endsWith('-linux-gnu'))
  if (!triplet) throw new Error(`No libraries were unpacked into ${root}`)
  return join(root, 'usr/lib', triplet)
}

async function loaderIn(libraries: string): Promise<string> {
  const loader = (await readdir(libraries)).find((name) => /^ld-linux.*\.so\.\d+$/.test(name))
  if (!loader) throw new Error(`No loader (ld-linux*.so) was unpacked into ${libraries}`)
  return loader
}

/** Paths are relative to the script, so that the folder may be moved; --argv0 keeps PostgreSQL finding its own files. */
async function wrap(paths: Record<'binaries' | 'program' | 'loader' | 'libraries' | 'modules', string>): Promise<void> {
  const { binaries, program } = paths
  const from = (path: string) => `$here/${relative(binaries, path)}`
  const script = join(binaries, program)
  await rename(script, `${script}.elf`)
  await writeFile(
    script,
    `#!/bin/sh
here=\${0%/*}
exec "${from(paths.loader)}" --library-path "${from(paths.libraries)}:${from(paths.modules)}" --argv0 "$0" "$0.elf" "$@"
`,
  )
  await chmod(script, 0o755)
}

/** What Debian's alternatives would do after an installation. */
async function linkPostgis(extensions: string): Promise<void> {
  const [from, to] = [join(extensions, 'postgis-3.control'), join(extensions, 'postgis.control')]
  await access(to).catch(() => copyFile(from, to))
}

async function checkLibraries(file: string, loader: string, libraryPath: string): Promise<void> {
  const listed = await runCommand(loader, ['--library-path', libraryPath, '--list', file])
  const missing = listed.split('\n').filter((line) => line.includes('not found'))
  if (missing.length > 0) throw new Error(`${file} lacks ${missing.map((line) => line.trim()).join(', ')}`)
}
