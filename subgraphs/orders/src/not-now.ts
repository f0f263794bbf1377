import { isDatabaseAway } from '@mov-ticket/service-kit'
import { NotNow } from '@mov-ticket/shared-events'

/**
 * A handler whose message comes again, uncounted, where the database is away: that says nothing against the message.
 * Whatever else a server answers does.
 */
export function unlessDatabaseIsAway<E>(handle: (event: E) => Promise<void>): (event: E) => Promise<void> {
  return async (event) => {
    try {
      await handle(event)
    } catch (error) {
      if (isDatabaseAway(error)) throw new NotNow('The database is away.', { cause: error })
      throw error
    }
  }
}
