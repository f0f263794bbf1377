import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startTimeOf } from './process-identity.js'

/** What is written down about a running process, so that a later start can tell and end it. */
export interface ProcessRecord {
  readonly name: string
  readonly pid: number
  readonly startTime: string
  /** Counts up within a data folder: what started last stops first. */
  readonly order: number
}

const folderOf = (dataFolder: string) => join(dataFolder, 'processes')

export async function writeRecord(dataFolder: string, record: ProcessRecord): Promise<void> {
  await mkdir(folderOf(dataFolder), { recursive: true })
  const file = join(folderOf(dataFolder), `${record.name}.json`)
  await writeFile(`${file}.new`, JSON.stringify(record))
  await rename(`${file}.new`, file)
}

export async function removeRecord(dataFolder: string, record: ProcessRecord): Promise<void> {
  await rm(join(folderOf(dataFolder), `${record.name}.json`), { force: true })
}

/** All records of a folder, what started last first. Unreadable ones (a crash while writing) are left out. */
export async function readRecords(dataFolder: string): Promise<ProcessRecord[]> {
  const files = await readdir(folderOf(dataFolder)).catch(() => [])
  const records = await Promise.all(
    files
      .filter((file) => file.endsWith('.json'))
      .map(async (file) => parseRecord(await readFile(join(folderOf(dataFolder), file), 'utf8').catch(() => ''))),
  )
  return records.filter((record) => record !== null).toSorted((a, b) => b.order - a.order)
}

/** True while the very process that was recorded runs, not another one that got its pid. */
export function isRunning(record: ProcessRecord): boolean {
  return startTimeOf(record.pid) === record.startTime
}

function parseRecord(text: string): ProcessRecord | null {
  try {
    const record: unknown = JSON.parse(text)
    return isRecord(record) ? record : null
  } catch {
    return null
  }
}

function isRecord(value: unknown): value is ProcessRecord {
  if (typeof value !== 'object' || value === null) return false
  const { name, pid, startTime, order }: { [K in keyof ProcessRecord]?: unknown } = value
  return typeof name === 'string' && typeof startTime === 'string' && Number.isSafeInteger(pid) && typeof order === 'number'
}
