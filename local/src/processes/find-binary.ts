import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'

/** Debian keeps servers here, which is not on the PATH of an ordinary user. */
const SYSTEM_FOLDERS = ['/usr/local/sbin', '/usr/sbin', '/sbin']

/** The full path of a program on PATH (or among the system's servers), or null. */
export async function findBinary(name: string, env: NodeJS.ProcessEnv = process.env): Promise<string | null> {
  for (const folder of [...(env.PATH ?? '').split(delimiter), ...SYSTEM_FOLDERS]) {
    const file = join(folder, name)
    if (folder !== '' && (await isExecutable(file))) return file
  }
  return null
}

export async function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  )
}

export async function isReadable(file: string): Promise<boolean> {
  return access(file, constants.R_OK).then(
    () => true,
    () => false,
  )
}
