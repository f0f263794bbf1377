import { once } from 'node:events'
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { claimDataFolder, isClaimed } from './claim.js'
import { endLeftovers } from './leftovers.js'
import { startOwnedProcess, type OwnedProcess } from './owned-process.js'
import { startTimeOf } from './process-identity.js'
import { readRecords, writeRecord } from './process-records.js'
import { waitUntilReady } from './wait-until.js'

let dataFolder: string
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'owned-'))
})
afterEach(async () => {
  await endLeftovers(dataFolder, () => undefined, 0)
  await rm(dataFolder, { recursive: true })
})

const STAYS = 'setInterval(() => {}, 1000); console.log("up")'
const IGNORES_SIGTERM = `process.on('SIGTERM', () => console.log('no')); ${STAYS}`

async function start(name: string, script: string, graceMs = 5_000): Promise<OwnedProcess> {
  const logFile = join(dataFolder, `${name}.log`)
  const options = { name, command: process.execPath, args: ['-e', script], env: process.env, dataFolder, logFile, graceMs }
  const owned = await startOwnedProcess(options)
  await waitUntilReady(owned, async () => (await readFile(logFile, 'utf8')).includes('up'), 10_000)
  return owned
}

test('stopping is graceful and may be asked for twice', async () => {
  const owned = await start('one', STAYS)
  await Promise.all([owned.stop(), owned.stop()])
  expect(owned.exit()).toEqual({ code: null, signal: 'SIGTERM' })
  expect(await readRecords(dataFolder)).toEqual([])
})

test('who does not stop in time is killed', async () => {
  const owned = await start('stubborn', IGNORES_SIGTERM, 100)
  await owned.stop()
  expect(owned.exit()).toMatchObject({ signal: 'SIGKILL' })
})

test('a process that ends before it is ready is told with the end of its log', async () => {
  await expect(start('broken', 'console.log("no such luck"); process.exit(3)')).rejects.toThrow(/code 3[^]*no such luck/)
})

test('a program that is not there is told by name', async () => {
  const logFile = join(dataFolder, 'missing.log')
  const options = { name: 'missing', command: '/no/such/program', args: [], env: {}, dataFolder, logFile }
  await expect(startOwnedProcess(options)).rejects.toThrow(/missing does not start.*ENOENT/)
})

test('leftovers are ended, what started last first', async () => {
  const [first, second] = [await start('first', STAYS), await start('second', STAYS)]
  const lines: string[] = []
  await endLeftovers(dataFolder, (line) => lines.push(line))
  expect([first, second].map(({ pid }) => startTimeOf(pid))).toEqual([null, null])
  expect(lines.map((line) => /Ending (\w+)/.exec(line)?.[1])).toEqual(['second', 'first'])
  expect(await readRecords(dataFolder)).toEqual([])
})

test('another process that got the pid of a leftover is left alone', async () => {
  const stranger = spawn(process.execPath, ['-e', STAYS], { stdio: ['ignore', 'pipe', 'ignore'] })
  await once(stranger.stdout, 'data')
  await writeRecord(dataFolder, { name: 'old', pid: stranger.pid ?? 0, startTime: 'long ago', order: 1 })
  await endLeftovers(dataFolder, () => undefined)
  expect(stranger.exitCode).toBeNull()
  stranger.kill('SIGKILL')
  await once(stranger, 'exit')
})

test('a data folder has one user at a time', async () => {
  const release = await claimDataFolder(dataFolder)
  expect(await isClaimed(dataFolder)).toBe(true)
  await expect(claimDataFolder(dataFolder)).rejects.toThrow(/is used by another platform \(pid \d+\).*--data/)
  await release()
  await (await claimDataFolder(dataFolder))()
  expect(await isClaimed(dataFolder)).toBe(false)
})
