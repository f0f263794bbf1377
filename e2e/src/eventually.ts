import { setTimeout as delay } from 'node:timers/promises'

/**
 * Looks until `look` gives what `isIt` accepts, and gives that; rejects with what it saw last once `withinMs` are over.
 * A look that throws counts as one that did not see it: processes may be away while faults are played.
 */
export async function eventually<T>(
  look: () => Promise<T>,
  isIt: (seen: T) => boolean,
  { withinMs = 15_000, everyMs = 50 }: { withinMs?: number; everyMs?: number } = {},
): Promise<T> {
  const deadline = Date.now() + withinMs
  let last: unknown
  do {
    try {
      const seen = await look()
      if (isIt(seen)) return seen
      last = seen
    } catch (error) {
      last = error
    }
    await delay(everyMs)
  } while (Date.now() < deadline)
  throw new Error(
    `not within ${withinMs} ms; last seen: ${last instanceof Error ? String(last) : JSON.stringify(last)}`,
    { cause: last },
  )
}
