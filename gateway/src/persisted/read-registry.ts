import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { createRegistry } from './registry.js'
import type { Registry } from './registry.js'

const manifest = z.record(z.string(), z.string())

/** From files such as sdk/persisted-operations.json. Null where there are none: everything may be run. */
export async function readRegistry(files: readonly string[]): Promise<Registry | null> {
  if (files.length === 0) return null
  const parts = await Promise.all(files.map(read))
  return createRegistry(Object.assign({}, ...parts))
}

async function read(file: string): Promise<Readonly<Record<string, string>>> {
  try {
    return manifest.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (cause) {
    throw new Error(`${file} (PERSISTED_ONLY) is no list of operations by their SHA-256.`, { cause })
  }
}
