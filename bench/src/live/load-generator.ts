import { execFile, spawn } from 'node:child_process'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { z } from 'zod'

/** C on epoll: what it costs is missing to the server beside it. */
const source = join(import.meta.dirname, '../../load-generator')

/** The path of the program, compiled from load-generator/ into the folder. */
export async function compileLoadGenerator(folder: string): Promise<string> {
  const sources = (await readdir(source)).filter((name) => name.endsWith('.c'))
  const program = join(folder, 'load-generator')
  await mkdir(folder, { recursive: true })
  const compile = ['-O2', '-std=c11', '-o', program, ...sources, '-lm']
  await promisify(execFile)('cc', compile, { cwd: source }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    throw new Error('The load generator is written in C, and there is no cc here: apt-get install gcc libc6-dev')
  })
  return program
}

const report = z.object({
  /** How long messages were counted. */
  seconds: z.number(),
  messages: z.number(),
  bytes: z.number(),
  /** Changes in these messages that were new to their watchers. */
  changes: z.number(),
  /** Changes committed in that time, times the watchers, that have a latency. */
  timed: z.number(),
  /** From the commit of a change to its arrival; what had not arrived in the end counts with the time since. */
  p50Ms: z.number(),
  p99Ms: z.number(),
  maxMs: z.number(),
  /** Watchers that did not have the last version when the patience ended. */
  behind: z.number(),
  /** From the last commit until every watcher had it. */
  settledMs: z.number(),
  errors: z.number(),
  closed: z.number(),
  /** The load generator's own. */
  cpuSeconds: z.number(),
})
export type LoadReport = z.infer<typeof report>

const said = z.discriminatedUnion('event', [
  z.object({ event: z.literal('subscribed') }),
  z.object({ event: z.literal('heard') }),
  z.object({ event: z.literal('begun') }),
  report.extend({ event: z.literal('report') }),
])
type Said = z.infer<typeof said>

export interface LoadOptions {
  readonly port: number
  readonly sockets: number
  readonly groups: number
  /** The message that each socket subscribes with; see load-generator/watcher.h for its placeholders. */
  readonly subscribe: string
  /** One more line of the request; empty for none. */
  readonly header: string
}

/** Its steps, in this order. Each rejects where the load generator gives up; it says why on stderr. */
export interface Load {
  /** Resolves when every watcher has subscribed. */
  subscribed(): Promise<void>
  /** Resolves when every watcher has heard of a version. */
  heard(): Promise<void>
  /** Counts from now on, where the owner is at this version. */
  begin(version: number): Promise<void>
  /** Ends the counting and waits, at most so long, until every watcher has the version. */
  end(version: number, patienceMs: number): Promise<LoadReport>
  /** At any time. Idempotent. */
  stop(): void
}

export function startLoad(program: string, { port, sockets, groups, subscribe, header }: LoadOptions): Load {
  const options = { '-p': port, '-n': sockets, '-g': groups, '-s': subscribe, '-H': header }
  const child = spawn(program, Object.entries(options).flat().map(String), { stdio: ['pipe', 'pipe', 'inherit'] })
  // Where it gave up, that is told by the lines that do not come.
  child.stdin.on('error', () => undefined)
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()

  async function next<Event extends Said['event']>(event: Event): Promise<Extract<Said, { event: Event }>> {
    const line = await lines.next()
    if (line.done === true) throw new Error('the load generator gave up')
    const heard = said.parse(JSON.parse(line.value))
    if (!isEvent(heard, event)) throw new Error(`the load generator said ${heard.event}, not ${event}`)
    return heard
  }

  return {
    subscribed: async () => void (await next('subscribed')),
    heard: async () => void (await next('heard')),
    async begin(version) {
      child.stdin.write(`begin ${version}\n`)
      await next('begun')
    },
    async end(version, patienceMs) {
      child.stdin.write(`end ${version} ${patienceMs}\n`)
      return next('report')
    },
    stop: () => void child.kill('SIGKILL'),
  }
}

function isEvent<Event extends Said['event']>(heard: Said, event: Event): heard is Extract<Said, { event: Event }> {
  return heard.event === event
}
