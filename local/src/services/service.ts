import type { Exit } from '../processes/owned-process.js'

/** A server that was started here and that tests may crash. */
export interface ServiceProcess {
  readonly pid: number
  kill(signal: NodeJS.Signals): void
  /** Ends what still runs and starts again, on the same port and data. */
  restart(): Promise<void>
  /** Resolves when it ends without having been stopped; once per start. */
  crashed(): Promise<Exit>
}

/** A backing service that is there to be used. */
export interface Service {
  readonly url: string
  /** Null where the server is somebody else's. */
  readonly process: ServiceProcess | null
  /** Idempotent; somebody else's server is left alone. */
  stop(): Promise<void>
}

/** One way to get a service. */
export interface Way {
  /** For people, e.g. "redis-server on PATH". */
  readonly name: string
  /** Why this way is not open here, or null. */
  obstacle(): Promise<string | null>
  start(): Promise<Service>
}
