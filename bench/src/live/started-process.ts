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
  /** Null where it is too busy to answer in time. */
  askBusy(question: Question, patienceMs: number): Promise<number | null>
  /** Kills it: a server that is far behind would first work off what it is behind with. */
  stop(): Promise<void>
}

export interface ProcessToStart {
  readonly name: string
  /** The path of a module. */
  readonly script: string
  readonly environment: Readonly<Record<string, string>>
  /** Where it is ready when it answers with 200; for those that say less than `listening` and `ready`. */
  readonly readyAt?: { readonly port: number; readonly path: string }
  /** Takes what the process says. */
  readonly logFolder: string
}

const probe = new URL('probe.js', import.meta.url).href
const readyWithinMs = 60_000
const answerWithinMs = 30_000

/** Resolves when it has said `"msg":"listening"` and then `"msg":"ready"`. */
export async function startProcess({ name, script, environment, readyAt, logFolder }: ProcessToStart): Promise<StartedProcess> {
  await mkdir(logFolder, { recursive: true })
  const logFile = join(logFolder, `${name}.log`)
  const log = createWriteStream(logFile)
  const child = fork(script, {
    execArgv: ['--enable-source-maps', '--import', probe],
    env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))

  function fail(why: string): never {
    throw new Error(`${name} ${why}; see ${logFile}`)
  }
  async function within<T, Late>(patienceMs: number, awaited: Promise<T>, late: () => Late): Promise<T | Late> {
    const done = new AbortController()
    const tooLong = delay(patienceMs, undefined, { signal: done.signal }).then(late)
    try {
      return await Promise.race([awaited, tooLong, ended.then(() => fail('has ended'))])
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
  function send(question: Question, argument = 0): Promise<number> {
    const id = questions++
    child.send({ id, question, argument } satisfies Asked)
    return new Promise<number>((resolve) => waiting.set(id, resolve))
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
  if (readyAt !== undefined) listening = { port: readyAt.port }
  const settled = new AbortController()
  try {
    await within(readyWithinMs, readyAt === undefined ? ready : untilOk(readyAt, settled.signal), () => fail('is not ready'))
  } catch (error) {
    await stop()
    throw error
  } finally {
    settled.abort()
  }
  return {
    pid: child.pid ?? 0,
    listening,
    stop,
    ask: (question, argument) => within(answerWithinMs, send(question, argument), () => fail(`has no ${question}`)),
    askBusy: (question, patienceMs) => within(patienceMs, send(question), () => null),
  }
}

async function untilOk({ port, path }: { readonly port: number; readonly path: string }, signal: AbortSignal): Promise<void> {
  const isOk = () => fetch(`http://127.0.0.1:${port}${path}`, { signal }).then(({ ok }) => ok, () => false)
  while (!signal.aborted && !(await isOk())) await delay(100)
}

/** What a process says is JSON lines, and now and then something else. */
function entryOf(line: string): Record<string, unknown> {
  if (!line.startsWith('{')) return {}
  const entry: Record<string, unknown> = JSON.parse(line)
  return entry
}
