import type { IncomingMessage } from 'node:http'
import { TLSSocket } from 'node:tls'

export interface Client {
  /** IP address. */
  readonly address: string
  /** The host, with its port, that the client asked for; undefined where it said none. */
  readonly host: string | undefined
  readonly userAgent: string | null
  /** True where the client's connection is encrypted, be it up to us or up to a proxy. */
  readonly secure: boolean
}

const MAX_USER_AGENT_LENGTH = 300

/**
 * Who is at the other end. Forwarding headers count only as far as `trustedProxies` hops in front of us wrote them: what
 * a client adds itself stands further left and is not looked at.
 */
export function clientOf(request: IncomingMessage, trustedProxies: number): Client {
  const { headers, socket } = request
  const forwardedFor = nthFromTheRight(headers['x-forwarded-for'], trustedProxies)
  const forwardedProto = nthFromTheRight(headers['x-forwarded-proto'], trustedProxies, 'nearest')
  return {
    address: withoutMapping(forwardedFor ?? socket.remoteAddress ?? ''),
    host: nthFromTheRight(headers['x-forwarded-host'], trustedProxies, 'nearest') ?? headers.host,
    userAgent: headers['user-agent']?.slice(0, MAX_USER_AGENT_LENGTH) ?? null,
    secure: socket instanceof TLSSocket || forwardedProto === 'https',
  }
}

/** Proxies append to `X-Forwarded-For`, but many replace the others: `nearest` takes what there is. */
function nthFromTheRight(header: string | string[] | undefined, hops: number, short?: 'nearest'): string | undefined {
  if (hops === 0 || header === undefined) return undefined
  const entries = String(header).split(',').map((entry) => entry.trim())
  return entries.at(-hops) ?? (short === 'nearest' ? entries[0] : undefined)
}

/** `::ffff:10.0.0.1` is 10.0.0.1, seen from a socket that speaks IPv6. */
function withoutMapping(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}
