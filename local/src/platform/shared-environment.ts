import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { ROOT } from './root.js'

/** What all processes share by default, from `shared.env` in the root; Docker Compose reads the same file. */
export async function sharedEnvironment(): Promise<Record<string, string>> {
  const parsed = parseEnv(await readFile(join(ROOT, 'shared.env'), 'utf8'))
  return Object.fromEntries(Object.entries(parsed).filter((entry): entry is [string, string] => entry[1] !== undefined))
}
