import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The secret by which the gateway signs identities, made at the first start and kept: restarted processes must agree. */
export async function identitySecret(dataFolder: string, namespace: string): Promise<string> {
  await mkdir(join(dataFolder, 'secrets'), { recursive: true, mode: 0o700 })
  const file = join(dataFolder, 'secrets', `${namespace}.identity`)
  const mine = `${file}.${randomBytes(4).toString('hex')}`
  await writeFile(mine, randomBytes(32).toString('base64url'), { mode: 0o600 })
  await link(mine, file).catch(() => undefined) // there is one already
  await rm(mine)
  return readFile(file, 'utf8')
}
