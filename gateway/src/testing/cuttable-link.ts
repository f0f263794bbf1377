import { createServer, connect } from 'node:net'
import type { Socket } from 'node:net'
import { once } from 'node:events'

/** A TCP link to a server, which a spec can cut and let be again. */
export async function startCuttableLink(target: URL): Promise<{ readonly url: string; cut(): void; mend(): void; stop(): Promise<void> }> {
  const open = new Set<Socket>()
  let isCut = false
  const server = createServer((near) => {
    const far = connect(Number(target.port || 5672), target.hostname)
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', () => {})
      socket.once('close', () => {
        open.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    if (isCut) near.destroy()
    near.pipe(far).pipe(near)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The link listens on no port.')
  const url = new URL(target)
  url.host = `127.0.0.1:${address.port}`

  function cut(): void {
    isCut = true
    for (const socket of open) socket.destroy()
  }
  return {
    cut,
    url: url.href,
    mend() {
      isCut = false
    },
    async stop() {
      cut()
      server.close()
      await once(server, 'close')
    },
  }
}
