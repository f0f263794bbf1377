import type { Log } from '../processes/log.js'
import type { Service, Way } from './service.js'

/** Takes the first way that works; where none does, the error says of each why, and what would help. */
export async function firstThatWorks(what: string, ways: readonly Way[], advice: string, log: Log): Promise<Service> {
  const reasons: string[] = []
  for (const way of ways) {
    const obstacle = await way.obstacle()
    if (obstacle !== null) {
      reasons.push(`${way.name}: ${obstacle}`)
      continue
    }
    try {
      const service = await way.start()
      log(`${what}: ${way.name}`)
      return service
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      log(`${what}: ${way.name} does not work: ${reason}`)
      reasons.push(`${way.name}: ${reason}`)
    }
  }
  throw new Error([`There is no way to get ${what} here.`, ...reasons.map((reason) => `  - ${reason}`), advice].join('\n'))
}
