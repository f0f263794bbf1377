import { fork } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { answered, type Asked, type Question } from './questions.js'

/** A Node process of its own, with the probe in it. It ends with this one, however this one ends. */
export interface StartedProcess {
  readonly pid: number
  /** What its last line with `"msg":"listening"` said. */
  readonly listening: Readonly<Record<string, unknown>>
  ask(question: Question, argument?: number): Promise<number>
  /** Kills it: a server that is far behind would first work off what it is behind with. */
  stop(): Promise<void>
}

export interface ProcessToStart {
  readonly name: string
  /** The path of a module. */
  readonly script: string
  readonly environment: Readonly<Record<string, string>>
  /** Takes what the process says. */
  readonly logFolder: string
}

const probe = new URL('probe.js', import.meta.url).href
const readyWithinMs = 60_000
/** A server may be many seconds behind when it is asked. */
const answerWithinMs = 30_000

/** Resolves when it has said `"msg":"listening"` and then `"msg":"ready"`. */
export async function startProcess({ name, script, environment, logFolder }: ProcessToStart): Promise<StartedProcess> {
  await mkdir(logFolder, { recursive: true })
  const logFile = join(logFolder, `${name}.log`)
  const log = createWriteStream(logFile)
  const child = fork(script, {
    execArgv: ['--enable-source-maps', '--import', probe],
    env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))

  async function within<T>(patienceMs: number, awaited: Promise<T>): Promise<T> {
    const done = new AbortController()
    const tooLong = delay(patienceMs, `did not answer within ${patienceMs / 1_000} s`, { signal: done.signal })
    const failed = Promise.race([tooLong, ended.then(() => 'has ended')]).then((why) => {
      throw new Error(`${name} ${why}; see ${logFile}`)
    })
    try {
      return await Promise.race([awaited, failed])
    } finally {
      done.abort()
    }
  }

  const waiting = new Map<number, (answer: number) => void>()
  child.on('message', (message) => {
    const { id, answer } = answered.parse(message)
    waiting.get(id)?.(answer)
    waiting.delete(id)
  })
  let questions = 0
  function ask(question: Question, argument = 0): Promise<number> {
    const id = questions++
    const answer = new Promise<number>((resolve) => waiting.set(id, resolve))
    child.send({ id, question, argument } satisfies Asked)
    return within(answerWithinMs, answer)
  }

  async function stop(): Promise<void> {
    child.kill('SIGKILL')
    await ended
    log.end()
  }

  let listening: Record<string, unknown> = {}
  const ready = new Promise<void>((resolve) => {
    if (child.stdout === null || child.stderr === null) throw new Error('pipes were asked for')
    child.stderr.pipe(log, { end: false })
    createInterface({ input: child.stdout }).on('line', (line) => {
      log.write(`${line}\n`)
      const entry = entryOf(line)
      if (entry['msg'] === 'listening') listening = entry
      if (entry['msg'] === 'ready') resolve()
    })
  })
  try {
    await within(readyWithinMs, ready)
  } catch (error) {
    await stop()
    throw error
  }
  return { pid: child.pid ?? 0, listening, ask, stop }
}

/** What a process says is JSON lines, and now and then something else. */
function entryOf(line: string): Record<string, unknown> {
  if (!line.startsWith('{')) return {}
  const entry: Record<string, unknown> = JSON.parse(line)
  return entry
}
