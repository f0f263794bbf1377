import { readFile } from 'node:fs/promises'

/** Redis, RabbitMQ, subgraphs, modules: what a server opens beside the sockets of its watchers. */
const beside = 200

/** Throws with what to do where one process may not have that many sockets. */
export async function requireOpenFiles(sockets: number): Promise<void> {
  const limits = await readFile('/proc/self/limits', 'utf8').catch(() => {
    throw new Error('This benchmark reads /proc: it needs Linux.')
  })
  const allowed = openFilesIn(limits)
  const needed = sockets + beside
  if (allowed >= needed) return
  throw new Error(
    `${sockets} sockets need ${needed} open files in one process, and ${allowed} are allowed here. ` +
      `Raise the limit (as root: ulimit -n ${needed}; for good: nofile in /etc/security/limits.conf) ` +
      'or ask for fewer: BENCH_SOCKETS=100,500',
  )
}

/** The hard limit: Node raises its own to it, and what it starts inherits that. */
export function openFilesIn(limits: string): number {
  const hard = /^Max open files\s+\S+\s+(\S+)/m.exec(limits)?.[1]
  return hard === 'unlimited' ? Number.POSITIVE_INFINITY : Number(hard)
}
