import type { Logger } from '@mov-ticket/service-kit'

/** Runs `work` now and then every `everyMs`, never twice at once; a failure is logged and the next turn tries again. */
export function periodically(
  what: string,
  work: () => Promise<void>,
  { everyMs, logger }: { readonly everyMs: number; readonly logger: Logger },
): { stop(): Promise<void> } {
  let running: Promise<void> | undefined
  const turn = () => {
    running ??= work()
      .catch((err: unknown) => logger.warn({ err, what }, `${what}: failed, trying again`))
      .finally(() => (running = undefined))
  }
  turn()
  const timer = setInterval(turn, everyMs)
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
