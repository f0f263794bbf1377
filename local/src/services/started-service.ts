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
  let ending = false
  const end = async () => {
    ending = true
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
        try {
          running = await start(true)
        } finally {
          ending = false
        }
      },
      crashed: async () => {
        const exit = await Promise.race(running.map(({ exited }) => exited))
        // One that was asked to end did not crash: there is nothing to tell.
        return ending ? new Promise(() => undefined) : exit
      },
    },
    stop: () => (stopping ??= end()),
  }
}
