import { availableParallelism } from 'node:os'

/** One hash per core, but never all of libuv's threads: name look-ups and files need one too. */
export function hashingConcurrency(threads = Number(process.env['UV_THREADPOOL_SIZE'] ?? 4)): number {
  return Math.max(1, Math.min(availableParallelism(), threads - 1))
}
