import { link, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startTimeOf } from './process-identity.js'

const FILE = 'claim.json'

/** Says that this process uses the data folder; rejects where another one that still runs does. Gives the way to release it. */
export async function claimDataFolder(dataFolder: string): Promise<() => Promise<void>> {
  const file = join(dataFolder, FILE)
  const mine = `${file}.${process.pid}`
  await writeFile(mine, JSON.stringify({ pid: process.pid, startTime: startTimeOf(process.pid) }))
  try {
    // A link appears complete or not at all, and only where there is none yet.
    while (!(await link(mine, file).then(() => true, () => false))) await giveUpOnHolder(file, dataFolder)
    return () => rm(file, { force: true })
  } finally {
    await rm(mine, { force: true })
  }
}

async function giveUpOnHolder(file: string, dataFolder: string): Promise<void> {
  const holder = await holderOf(file)
  if (holder === null) return rm(file, { force: true }) // it was killed
  throw new Error(
    `${dataFolder} is used by another platform (pid ${holder}). Stop that one, or choose another folder: --data <folder>`,
  )
}

/** True while somebody who runs claims the folder. */
export async function isClaimed(dataFolder: string): Promise<boolean> {
  return (await holderOf(join(dataFolder, FILE))) !== null
}

async function holderOf(file: string): Promise<number | null> {
  const text = await readFile(file, 'utf8').catch(() => '')
  try {
    const claim: unknown = JSON.parse(text)
    if (typeof claim !== 'object' || claim === null || !('pid' in claim) || !('startTime' in claim)) return null
    const pid = Number(claim.pid)
    return startTimeOf(pid) === claim.startTime ? pid : null
  } catch {
    return null
  }
}
