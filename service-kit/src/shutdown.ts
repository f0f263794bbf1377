import type { Logger } from 'pino'

export interface Shutdown {
  /** What is started later is stopped earlier. */
  onStop(name: string, fn: () => unknown): void
  /** Idempotent: a second call waits for the first. Never rejects; true if everything stopped in time. */
  stop(): Promise<boolean>
  /** Stops and exits at SIGTERM and SIGINT, and, with code 1, at an error that nobody caught. */
  listen(): void
}

export interface ShutdownOptions {
  readonly logger: Logger
  /** For all steps together; what is not stopped by then is left behind. Default 10 s. */
  readonly graceMs?: number
}

export function createShutdown({ logger, graceMs = 10_000 }: ShutdownOptions): Shutdown {
  const steps: { name: string; fn: () => unknown }[] = []
  let stopped: Promise<boolean> | undefined

  async function runSteps(): Promise<boolean> {
    const deadline = Date.now() + graceMs
    let clean = true
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      const problem = await within(deadline - Date.now(), step.fn)
      if (problem === undefined) continue
      clean = false
      logger.error({ err: problem, step: step.name }, 'could not stop')
    }
    logger.info({ clean }, 'stopped')
    return clean
  }

  function exit(code: number): void {
    void shutdown.stop().then((clean) => process.exit(clean ? code : 1))
  }

  function fail(err: unknown): void {
    logger.fatal({ err }, 'stopping because of an error that nobody caught')
    exit(1)
  }

  const shutdown: Shutdown = {
    onStop(name, fn) {
      steps.push({ name, fn })
    },
    stop() {
      stopped ??= runSteps()
      return stopped
    },
    listen() {
      for (const signal of ['SIGTERM', 'SIGINT'] as const) {
        process.on(signal, () => {
          logger.info({ signal }, 'stopping')
          exit(0)
        })
      }
      process.on('uncaughtException', fail)
      process.on('unhandledRejection', fail)
    },
  }
  return shutdown
}

/** The reason why `fn` did not end well within `ms`; undefined if it did. A step gets a turn even when time is up. */
async function within(ms: number, fn: () => unknown): Promise<Error | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Error>((resolve) => {
    timer = setTimeout(() => resolve(new Error('It took too long.')), Math.max(ms, 10))
  })
  try {
    return await Promise.race([Promise.resolve(fn()).then(() => undefined), late])
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  } finally {
    clearTimeout(timer)
  }
}
