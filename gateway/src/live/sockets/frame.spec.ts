import { on, once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { encodeNextFrame } from './frame.js'

/** A WebSocket of `ws`, and the bare connection at its other end. */
const server = createServer()
const endpoint = new WebSocketServer({ noServer: true })
let tcp: Duplex
let client: WebSocket

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port
  client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const [request, connection, head] = await once(server, 'upgrade')
  tcp = connection
  endpoint.handleUpgrade(request, tcp, head, () => undefined)
  await once(client, 'open')
})
afterAll(() => {
  client.terminate()
  server.close()
})

/** What the client reads from these bytes. */
async function messagesIn(...frames: Buffer[]): Promise<unknown[]> {
  const messages: unknown[] = []
  const heard = on(client, 'message')
  tcp.write(Buffer.concat(frames))
  for await (const [data, isBinary] of heard) {
    messages.push([JSON.parse(String(data)), isBinary])
    if (messages.length === frames.length) break
  }
  return messages
}

const asMessage = (id: string, payload: unknown) => [{ id, type: 'next', payload }, false]

describe('a frame', () => {
  // The length stands in 7 bits, in 16 or in 64: at 126 and 65,536 bytes all in all.
  test.each([0, 76, 77, 78, 65_486, 65_487, 65_488, 65_489, 3_000_000])('is read as one text message, with a payload of %i characters', async (length) => {
    const payload = { data: 'x'.repeat(length) }
    const frame = encodeNextFrame('map', Buffer.from(JSON.stringify(payload)))
    expect(await messagesIn(frame, frame)).toEqual([asMessage('map', payload), asMessage('map', payload)])
  })

  test('carries any id and any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), async (id, text) => {
        const payload = { data: text }
        expect(await messagesIn(encodeNextFrame(id, Buffer.from(JSON.stringify(payload))))).toEqual([asMessage(id, payload)])
      }),
    )
  })
})
