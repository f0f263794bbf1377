import { rateLimited } from '@mov-ticket/service-kit'

export interface HashingQueueOptions {
  /** How many run at once: one per core, since each fills one. */
  readonly concurrency: number
  /** How many may wait; one more is RATE_LIMITED. */
  readonly waiting: number
}

export type HashingQueue = <T>(work: () => Promise<T>) => Promise<T>

/** argon2id m=19456, t=2, p=1 on one core, measured; only for telling how long to wait. */
const MS_PER_HASH = 20

/** Runs in order, a few at once, and refuses what would wait for too long. */
export function createHashingQueue({ concurrency, waiting }: HashingQueueOptions): HashingQueue {
  const queue: (() => void)[] = []
  let running = 0

  return async (work) => {
    if (running >= concurrency) {
      if (queue.length >= waiting) throw rateLimited(Math.ceil((queue.length * MS_PER_HASH) / concurrency / 1_000) + 1)
      // Whoever ends hands its place on, so `running` stays as it is.
      await new Promise<void>((resolve) => queue.push(resolve))
    } else {
      running += 1
    }
    try {
      return await work()
    } finally {
      const next = queue.shift()
      if (next === undefined) running -= 1
      else next()
    }
  }
}
