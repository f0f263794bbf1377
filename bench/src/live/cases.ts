import type { LiveSettings, ServerName } from './settings.js'

/** Sockets on one screening, and how often it changes. */
export interface Case {
  readonly server: ServerName
  readonly sockets: number
  readonly changesPerSecond: number
  /** Frames can be ready once for all sockets that use the same subscription id. */
  readonly ids: 'same' | 'distinct'
  /** How many different documents they ask with. */
  readonly groups: number
  /** Sockets beside them, each with a session of its own and a document with a field that depends on it. */
  readonly privateSockets: number
}

export const paces = [10, 50] as const

const plain = { ids: 'same', groups: 1, privateSockets: 0 } as const

/** Each server with each number of sockets, in turns. */
export function comparedAt(changesPerSecond: number, { sockets, servers }: LiveSettings): Case[] {
  return sockets.flatMap((count) =>
    servers.map((server): Case => ({ ...plain, server, sockets: count, changesPerSecond })),
  )
}

/** What the gateway alone can do, each beside the plain case that it is to be compared with. */
export function viewsOfOurs({ servers, sockets }: LiveSettings): Case[] {
  if (!servers.includes('ours')) return []
  const ours = { ...plain, server: 'ours', changesPerSecond: 10 } as const
  const most = Math.max(...sockets)
  const [many, some] = [Math.min(most, 5_000), Math.min(most, 1_000)]
  return [
    { ...ours, sockets: many },
    { ...ours, sockets: many, ids: 'distinct' },
    { ...ours, sockets: some },
    { ...ours, sockets: some, privateSockets: 200 },
    { ...ours, sockets: some, groups: 100 },
  ]
}
