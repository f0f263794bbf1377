import { cannotNow } from './refusal.js'

/** Runs at most `most` at once and turns the rest away at once: a short no is worth more than a late yes. */
export function createInFlight(most: number) {
  let running = 0
  return async function run<T>(task: () => Promise<T>): Promise<T> {
    if (running >= most) throw cannotNow()
    running += 1
    try {
      return await task()
    } finally {
      running -= 1
    }
  }
}
