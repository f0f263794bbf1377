import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { signalGroup } from './leftovers.js'
import { startTimeOf } from './process-identity.js'
import { removeRecord, writeRecord } from './process-records.js'

export interface OwnedProcessOptions {
  /** Unique within the data folder. */
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
  readonly cwd?: string
  /** Takes stdout and stderr; the file of the start before is kept as `<file>.1`. */
  readonly logFile: string
  /** A restart goes on in the same log file. */
  readonly appendLog?: boolean
  /** The process is recorded here, see process-records.ts. */
  readonly dataFolder: string
  readonly user?: { readonly uid: number; readonly gid: number }
  readonly stopSignal?: NodeJS.Signals
  /** After this the process is killed. Default 12 s: more than the 10 s that the platform's processes take at most. */
  readonly graceMs?: number
}

/** How a process ended. */
export interface Exit {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

/** A process in its own process group, so that Ctrl-C in the terminal reaches the launcher alone, which stops all in order. */
export interface OwnedProcess {
  readonly name: string
  readonly pid: number
  readonly logFile: string
  readonly exited: Promise<Exit>
  readonly exit: () => Exit | null
  kill(signal: NodeJS.Signals): void
  /** Ends it with its stop signal, or kills it after the grace time. Idempotent. */
  stop(): Promise<void>
}

let started = 0

export async function startOwnedProcess(options: OwnedProcessOptions): Promise<OwnedProcess> {
  let ended: Exit | null = null
  const child = await spawnWithLog(options)
  // Listened to before anything is awaited: a process may end at once.
  const exited = new Promise<Exit>((resolve) => {
    child.once('exit', (code, signal) => resolve((ended = { code, signal })))
  })
  const pid = await pidOf(child, options.name)
  const record = { name: options.name, pid, startTime: startTimeOf(pid) ?? 'gone', order: Date.now() * 1_000 + started++ }
  await writeRecord(options.dataFolder, record)

  const force = async () => {
    signalGroup(pid, 'SIGKILL')
    await exited
    await removeRecord(options.dataFolder, record)
  }
  const stop = async () => {
    if (ended === null) {
      signalGroup(pid, options.stopSignal ?? 'SIGTERM')
      const late = new AbortController()
      await Promise.race([exited, delay(options.graceMs ?? 12_000, null, { signal: late.signal }).catch(() => null)])
      late.abort()
    }
    await force()
  }
  let stopping: Promise<void> | undefined
  return {
    name: options.name,
    pid,
    logFile: options.logFile,
    exited,
    exit: () => ended,
    kill: (signal) => signalGroup(pid, signal),
    stop: () => (stopping ??= stop()),
  }
}

/** Gives the child in the same turn in which it was spawned: nobody may miss what it says of itself. */
async function spawnWithLog({ logFile, appendLog, command, args, env, cwd, user }: OwnedProcessOptions): Promise<ChildProcess> {
  await mkdir(dirname(logFile), { recursive: true })
  if (!appendLog) await rename(logFile, `${logFile}.1`).catch(() => undefined)
  const log = openSync(logFile, 'a', 0o600)
  try {
    return spawn(command, args, {
      detached: true,
      env,
      ...(cwd === undefined ? {} : { cwd }),
      ...user,
      stdio: ['ignore', log, log],
    })
  } finally {
    closeSync(log)
  }
}

function pidOf(child: ChildProcess, name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('spawn', () => resolve(child.pid ?? 0))
    child.once('error', (error) => reject(new Error(`${name} does not start: ${error.message}`)))
  })
}
