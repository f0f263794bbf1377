import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** An unpacked engine. */
export interface EngineFiles {
  /** PostgreSQL's programs, runnable as they are. */
  readonly binaries: string
  /** What it is made of, by package. */
  readonly versions: Readonly<Record<string, string>>
}

const MANIFEST = 'engine.json'

export function manifestOf(folder: string): string {
  return join(folder, MANIFEST)
}

export function binariesOf(folder: string, postgresMajor: string): string {
  return join(folder, 'usr/lib/postgresql', postgresMajor, 'bin')
}

/** The engine in this folder, or null where there is none. */
export async function readEngine(folder: string): Promise<EngineFiles | null> {
  const text = await readFile(manifestOf(folder), 'utf8').catch(() => null)
  if (text === null) return null
  const manifest: unknown = JSON.parse(text)
  if (typeof manifest !== 'object' || manifest === null || !('postgresMajor' in manifest)) return null
  const versions = 'versions' in manifest && typeof manifest.versions === 'object' ? manifest.versions : {}
  return { binaries: binariesOf(folder, String(manifest.postgresMajor)), versions: { ...versions } }
}
