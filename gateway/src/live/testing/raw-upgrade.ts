import { once } from 'node:events'
import { connect } from 'node:net'
import type { Socket } from 'node:net'

/** A TCP connection that asked for a WebSocket, for what no WebSocket client would do. */
export interface RawUpgrade {
  readonly tcp: Socket
  /** The head of the answer. */
  readonly head: string
}

export interface RawUpgradeOptions {
  readonly path?: string
  readonly headers?: Readonly<Record<string, string>>
}

export function upgradeRequest(url: string, { path = '/graphql', headers = {} }: RawUpgradeOptions = {}): string {
  const all = {
    host: new URL(url).host,
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    'sec-websocket-protocol': 'graphql-transport-ws',
    ...headers,
  }
  return `GET ${path} HTTP/1.1\r\n${Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`
}

/** Both sides stay open until both have ended, whatever the other does. */
export async function openTcp(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url)
  const tcp = connect({ host: hostname, port: Number(port), allowHalfOpen: true })
  tcp.on('error', () => undefined)
  await once(tcp, 'connect')
  return tcp
}

export async function rawUpgrade(url: string, options?: RawUpgradeOptions): Promise<RawUpgrade> {
  const tcp = await openTcp(url)
  tcp.write(upgradeRequest(url, options))
  let answer = ''
  while (!answer.includes('\r\n\r\n')) answer += (await once(tcp, 'data')).toString()
  const [head = ''] = answer.split('\r\n\r\n', 1)
  return { tcp, head }
}

/** A frame as a client sends it: masked, with a mask of zeros. */
export function clientFrame(firstByte: number, payload: Buffer | string = '', { masked = true } = {}): Buffer {
  const data = Buffer.from(payload)
  const long = data.length >= 126
  const mask = masked ? 0x80 : 0
  const header = long ? [firstByte, mask | 126, data.length >> 8, data.length & 0xff] : [firstByte, mask | data.length]
  return Buffer.concat([Buffer.from(header), Buffer.alloc(masked ? 4 : 0), data])
}

export const frames = { text: 0x81, ping: 0x89, pong: 0x8a, close: 0x88 } as const
