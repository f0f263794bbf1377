import type { Logger } from '@mov-ticket/service-kit'
import { print } from 'graphql'
import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Plan } from './plan.js'
import type { CreatePlanner, PlannerName } from './planner.js'
import type { PlanningReply, PlanningRequest } from './planning-messages.js'

/**
 * Planners in a process of their own: what makes a planner crash, hang or take all memory ends that process and not the
 * gateway, and the event loop never waits for a plan.
 */
export interface PlanningProcess {
  readonly createPlanner: CreatePlanner
  stop(): void
}

export interface PlanningProcessOptions {
  readonly planner: PlannerName
  /** For one operation. */
  readonly timeoutMs: number
  readonly logger: Logger
}

interface Task {
  readonly request: PlanningRequest
  readonly resolve: (plan: Plan) => void
  readonly reject: (reason: Error) => void
}

/** Requests that began on an older supergraph end on it; no request takes so long that it sees two changes. */
const SUPERGRAPHS = 2
/** One that can't start is not started again at once. */
const REST_MS = 5_000
const HEAP_MB = 512

/** Specs run from sources, processes need the build. */
const isSource = import.meta.url.endsWith('.ts')
const main = new URL(isSource ? '../../../dist/engine/plan/planning-process-main.js' : './planning-process-main.js', import.meta.url)

export function startPlanningProcess({ planner, timeoutMs, logger }: PlanningProcessOptions): PlanningProcess {
  const supergraphs = new Map<number, string>()
  const waiting: Task[] = []
  let child: ChildProcess | undefined
  let running: (Task & { readonly timer: NodeJS.Timeout }) | undefined
  let restsUntil = 0
  let isStopped = false

  function start(): ChildProcess {
    const started = fork(fileURLToPath(main), [planner], {
      // Nothing of the gateway's: neither secrets nor flags.
      env: {},
      execArgv: [`--max-old-space-size=${HEAP_MB}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    let said = ''
    let isReady = false
    started.stderr?.on('data', (chunk: Buffer) => void (said = (said + chunk.toString()).slice(-2_000)))
    started.on('message', (reply: PlanningReply) => {
      if (reply.kind === 'ready') isReady = true
      else settle(reply)
    })
    started.on('error', (err) => logger.error({ err, planner }, 'the planning process failed'))
    started.once('exit', (code, signal) => {
      child = undefined
      if (isStopped) return
      logger.error({ planner, code, signal, said }, 'the planning process ended')
      if (!isReady) restsUntil = Date.now() + REST_MS
      settle({ kind: 'failed', reason: `The planning process ended (${signal ?? code}).` })
    })
    // It keeps nobody from ending.
    started.unref()
    started.channel?.unref()
    for (const [supergraph, sdl] of supergraphs) started.send({ kind: 'supergraph', supergraph, sdl } satisfies PlanningRequest)
    return started
  }

  function tell(request: PlanningRequest): void {
    child?.send(request)
  }

  function settle(reply: Exclude<PlanningReply, { kind: 'ready' }>): void {
    const task = running
    if (task === undefined) return
    clearTimeout(task.timer)
    running = undefined
    if (reply.kind === 'planned') task.resolve(reply.plan)
    else task.reject(new Error(reply.reason))
    next()
  }

  function next(): void {
    if (running !== undefined) return
    const task = waiting.shift()
    if (task === undefined) return
    if (isStopped || Date.now() < restsUntil) {
      task.reject(new Error('There is no planning process.'))
      return next()
    }
    child ??= start()
    running = { ...task, timer: setTimeout(() => child?.kill('SIGKILL'), timeoutMs).unref() }
    tell(task.request)
  }

  let count = 0
  return {
    createPlanner(sdl) {
      const supergraph = (count += 1)
      supergraphs.set(supergraph, sdl)
      for (const old of [...supergraphs.keys()].slice(0, -SUPERGRAPHS)) {
        supergraphs.delete(old)
        tell({ kind: 'forget', supergraph: old })
      }
      if (child === undefined) child = start()
      else tell({ kind: 'supergraph', supergraph, sdl })
      return {
        plan: (document) =>
          new Promise((resolve, reject) => {
            waiting.push({ request: { kind: 'plan', supergraph, operation: print(document) }, resolve, reject })
            next()
          }),
      }
    },
    stop() {
      isStopped = true
      child?.disconnect()
      settle({ kind: 'failed', reason: 'The gateway stops.' })
    },
  }
}
