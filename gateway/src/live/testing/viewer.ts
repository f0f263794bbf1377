import type { Agent } from 'node:http'
import type { SignedIn } from './people.js'
import { connect } from './socket-client.js'
import { openStream } from './stream-client.js'

/** Somebody who watches, over one transport or the other. */
export interface Viewer {
  /** The next result. */
  // oxlint-disable-next-line typescript/no-explicit-any -- specs look into results of any shape.
  next(): Promise<{ readonly data?: any; readonly errors?: any }>
  /** All that came. */
  text(): string
  readonly closed: Promise<unknown>
  readonly isClosed: boolean
  close(): void
}

type Watched = { readonly query: string; readonly variables?: Readonly<Record<string, unknown>> }

/** All of them use the same subscription id. */
export async function openViewer(url: string, how: 'socket' | 'stream', watched: Watched, session: SignedIn | null, agent?: Agent): Promise<Viewer> {
  return how === 'socket' ? openSocketViewer(url, watched, session) : openStreamViewer(url, watched, session, agent)
}

async function openSocketViewer(url: string, { query, variables }: Watched, session: SignedIn | null): Promise<Viewer> {
  const client = await connect(url, { headers: session?.cookie ?? {} })
  client.subscribe('the same', query, variables)
  return {
    async next() {
      const message = await client.next()
      if (message.type !== 'next') throw new Error(`got ${JSON.stringify(message)} instead of a result`)
      return message.payload
    },
    text: () => client.messages.map((message) => JSON.stringify(message)).join('\n'),
    closed: client.closed,
    get isClosed() {
      return client.socket.readyState === client.socket.CLOSED
    },
    close: () => client.socket.terminate(),
  }
}

async function openStreamViewer(url: string, watched: Watched, session: SignedIn | null, agent?: Agent): Promise<Viewer> {
  const stream = await openStream(url, watched, { headers: session?.cookie ?? {}, ...(agent && { agent }) })
  return {
    async next() {
      const event = await stream.next()
      if (event?.event !== 'next') throw new Error(`got ${JSON.stringify(event)} instead of a result`)
      return event.data
    },
    text: () => stream.received,
    closed: stream.closed,
    get isClosed() {
      return stream.response.closed
    },
    close: () => stream.close(),
  }
}
