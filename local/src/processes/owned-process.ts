import { spawn, type ChildProcess } from 'node:child_process'
import { mkdir, open, rename } from 'node:fs/promises'
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
  /** Kills it at once, with its group. */
  force(): Promise<void>
}

let started = 0

export async function startOwnedProcess(options: OwnedProcessOptions): Promise<OwnedProcess> {
  const child = await spawnWithLog(options)
  const { pid } = child
  if (pid === undefined) throw await failure(child, options)
  const record = { name: options.name, pid, startTime: startTimeOf(pid) ?? 'gone', order: Date.now() * 1_000 + started++ }
  let ended: Exit | null = null
  const exited = new Promise<Exit>((resolve) => {
    child.once('exit', (code, signal) => {
      ended = { code, signal }
      resolve(ended)
    })
  })
  await writeRecord(options.dataFolder, record)
  const exit = () => ended
  const force = async () => {
    signalGroup(pid, 'SIGKILL')
    await exited
    await removeRecord(options.dataFolder, record)
  }
  const stop = async () => {
    if (exit() === null) {
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
    exit,
    kill: (signal) => signalGroup(pid, signal),
    stop: () => (stopping ??= stop()),
    force,
  }
}

async function spawnWithLog(options: OwnedProcessOptions): Promise<ChildProcess> {
  await mkdir(dirname(options.logFile), { recursive: true })
  if (!options.appendLog) await rename(options.logFile, `${options.logFile}.1`).catch(() => undefined)
  const log = await open(options.logFile, 'a', 0o600)
  try {
    return spawn(options.command, options.args, {
      detached: true,
      env: options.env,
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      ...options.user,
      stdio: ['ignore', log.fd, log.fd],
    })
  } finally {
    await log.close()
  }
}

function failure(child: ChildProcess, options: OwnedProcessOptions): Promise<Error> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(new Error(`${options.name} does not start: ${error.message}`)))
  })
}
