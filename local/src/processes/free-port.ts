import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/** Below the range from which systems pick ports for outgoing connections, so that a port is still free after a restart. */
const FIRST = 12_000
const LAST = 31_999
const ATTEMPTS = 200

const handedOut = new Set<number>()

/** A loopback port that nobody listens on and that this process has not handed out before. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const port = randomInt(FIRST, LAST + 1)
    if (handedOut.has(port) || !(await isFree(port))) continue
    handedOut.add(port)
    return port
  }
  throw new Error(`No free port on 127.0.0.1 between ${FIRST} and ${LAST}`)
}

/** True where a server could listen on this loopback port now. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)))
  })
}
