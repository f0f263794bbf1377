import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { clientOf } from './client.js'

function from(peer: string, headers: Record<string, string>): IncomingMessage {
  const socket = new Socket()
  Object.defineProperty(socket, 'remoteAddress', { value: peer })
  return Object.assign(new IncomingMessage(socket), { headers })
}

const forged = { 'x-forwarded-for': '6.6.6.6, 192.0.2.1, 10.0.0.2', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'tickets.example', host: '10.0.0.9:4000' }

describe('a client\'s address', () => {
  it('is the peer\'s where no proxy is trusted, whatever the headers say', () => {
    expect(clientOf(from('::ffff:10.0.0.1', forged), 0)).toEqual({ address: '10.0.0.1', secure: false, host: '10.0.0.9:4000', userAgent: null })
  })

  it('is what the outermost trusted proxy saw', () => {
    expect(clientOf(from('10.0.0.1', forged), 1)).toMatchObject({ address: '10.0.0.2', secure: true, host: 'tickets.example' })
    expect(clientOf(from('10.0.0.1', forged), 2)).toMatchObject({ address: '192.0.2.1', secure: true })
  })

  it('is the peer\'s where the proxy said nothing', () => {
    expect(clientOf(from('10.0.0.1', {}), 1)).toMatchObject({ address: '10.0.0.1', secure: false })
  })
})
