import { rateLimited } from '@mov-ticket/service-kit'

export type OneAtATime = <T>(key: string, work: () => Promise<T>) => Promise<T>

/**
 * Runs what has the same key one after the other, so that a hundred guesses sent at once are counted like a hundred
 * sent in turn. More than `waiting` of them are RATE_LIMITED.
 */
export function createOneAtATime(waiting: number): OneAtATime {
  const lines = new Map<string, { last: Promise<unknown>; length: number }>()

  return async (key, work) => {
    const line = lines.get(key) ?? { last: Promise.resolve(), length: 0 }
    if (line.length > waiting) throw rateLimited(2)
    lines.set(key, line)
    line.length += 1
    const result = line.last.then(work)
    line.last = result.catch(() => undefined)
    try {
      return await result
    } finally {
      line.length -= 1
      if (line.length === 0) lines.delete(key)
    }
  }
}
