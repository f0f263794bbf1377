import type { AddressInfo } from 'node:net'

/** Of a server that listens. */
export function portOf(server: { address(): AddressInfo | string | null }): number {
  const address = server.address()
  if (typeof address === 'string' || address === null) throw new Error('The server has no port.')
  return address.port
}
