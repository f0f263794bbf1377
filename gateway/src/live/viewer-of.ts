import type { Client } from '../http/client.js'
import type { Viewer } from './feed/feed.js'
import type { LiveSession } from './live-sessions.js'

/** Who watches over a connection. `name`, unique in this process, is the connection's own: for who is not signed in. */
export function viewerOf(session: LiveSession | null, name: string, { address, userAgent }: Client): Viewer {
  return {
    view: session === null ? name : `session:${session.user.sessionId}`,
    caller: async () => ({ identity: session && (await session.identity()), address, userAgent }),
  }
}
