import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Many watchers come at once. */
const backlog = 4_096

/** An HTTP server for upgrades, and the lines by which the benchmark knows where it is. */
export async function listen(attach: (server: Server) => void): Promise<void> {
  const server = createServer((_, response) => response.writeHead(404).end())
  attach(server)
  await new Promise<void>((resolve) => server.listen({ host: '127.0.0.1', port: 0, backlog }, resolve))
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a TCP port
  const { port } = server.address() as AddressInfo
  console.log(JSON.stringify({ msg: 'listening', port }))
  console.log(JSON.stringify({ msg: 'ready' }))
}
