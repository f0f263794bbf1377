import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type { Socket } from 'node:net'

/** The way of a visitor to the app, which can go away as it does in a tunnel: without a word, and with what was on it. */
export interface Link {
  /** Where the app is, seen through it. */
  readonly url: string
  readonly cut: () => void
  readonly mend: () => void
  readonly close: () => Promise<void>
}

export async function openLink(to: string): Promise<Link> {
  const { hostname, port } = new URL(to)
  const ends = new Map<Socket, Socket>()
  let isCut = false

  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    for (const [from, into] of [[near, far], [far, near]] as const) {
      ends.set(from, into)
      from.on('data', (bytes) => isCut || into.write(bytes))
      from.on('error', () => undefined)
      from.on('close', () => {
        ends.delete(from)
        if (!isCut) into.destroy()
      })
    }
  })
  const dropAll = () => {
    for (const end of ends.keys()) end.destroy()
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The link has no port.')

  return {
    url: `http://127.0.0.1:${address.port}`,
    cut: () => void (isCut = true),
    mend() {
      // Bytes were lost, so that nothing can go on where it was.
      isCut = false
      dropAll()
    },
    async close() {
      server.close()
      dropAll()
      await once(server, 'close')
    },
  }
}
