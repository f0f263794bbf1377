import type { OwnedProcess } from '../processes/owned-process.js'
import type { Service } from './service.js'

export interface StartOptions {
  readonly url: string
  /** Starts the processes of the service, in order, and waits until the last one is ready. */
  readonly start: (appendLog: boolean) => Promise<readonly OwnedProcess[]>
  /** The one whose death is the service's. */
  readonly main: string
  /** How to signal it where the processes alone don't suffice (a container). */
  readonly kill?: (signal: NodeJS.Signals) => void
}

/** A service made of processes of ours: signalled together, stopped in reverse order. */
export async function startedService({ url, start, main, kill }: StartOptions): Promise<Service> {
  let running = await start(false)
  let stopping: Promise<void> | undefined
  const end = async () => {
    for (const each of running.toReversed()) await each.stop()
  }
  return {
    url,
    process: {
      get pid() {
        return running.find(({ name }) => name === main)?.pid ?? 0
      },
      kill: (signal) => {
        if (kill) kill(signal)
        else for (const each of running) each.kill(signal)
      },
      restart: async () => {
        await end()
        running = await start(true)
      },
    },
    stop: () => (stopping ??= end()),
  }
}
