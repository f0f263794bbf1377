/** A socket that may be slow to read. */
export interface Consumer {
  isBusy(): boolean
  /** It was busy for too long. */
  giveUp(): void
}

/** Watches those that could not be written to, and only those. */
export interface SlowConsumers {
  hold(consumer: Consumer, resume: () => void): void
  forget(consumer: Consumer): void
  readonly size: number
  stop(): void
}

const LOOK_EVERY_MS = 50

/** A timer instead of 'drain': that event is not fired for a buffer that never was full. */
export function createSlowConsumers({ patienceMs }: { readonly patienceMs: number }): SlowConsumers {
  const held = new Map<Consumer, { readonly since: number; readonly resumes: (() => void)[] }>()
  let timer: NodeJS.Timeout | undefined

  function look(): void {
    for (const [consumer, { since, resumes }] of held) {
      if (!consumer.isBusy()) {
        held.delete(consumer)
        for (const resume of resumes) resume()
      } else if (performance.now() - since > patienceMs) {
        held.delete(consumer)
        consumer.giveUp()
      }
    }
    if (held.size === 0) stop()
  }

  function stop(): void {
    clearInterval(timer)
    timer = undefined
  }

  return {
    hold(consumer, resume) {
      const known = held.get(consumer)
      if (known === undefined) held.set(consumer, { since: performance.now(), resumes: [resume] })
      else known.resumes.push(resume)
      timer ??= setInterval(look, LOOK_EVERY_MS)
    },
    forget: (consumer) => void held.delete(consumer),
    get size() {
      return held.size
    },
    stop,
  }
}
