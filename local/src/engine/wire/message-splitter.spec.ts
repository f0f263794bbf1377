import { array, assert, integer, property, uint8Array } from 'fast-check'
import { expect, test } from 'vitest'
import { MAX_MESSAGE_BYTES, MessageSplitter } from './message-splitter.js'

function messageOf(bytes: Uint8Array): Buffer {
  const message = Buffer.alloc(16 + bytes.length)
  message.writeInt32LE(message.length, 0)
  message.set(bytes, 16)
  return message
}

test('messages come out as they went in, however the bytes are cut', () => {
  assert(
    property(array(uint8Array({ maxLength: 40 }), { maxLength: 8 }), integer({ min: 1, max: 50 }), (bodies, size) => {
      const messages = bodies.map(messageOf)
      const stream = Buffer.concat(messages)
      const splitter = new MessageSplitter()
      const received: Buffer[] = []
      for (let offset = 0; offset < stream.length; offset += size) {
        received.push(...splitter.push(stream.subarray(offset, offset + size)))
      }
      expect(received).toEqual(messages)
    }),
  )
})

test.each([0, 15, -1, MAX_MESSAGE_BYTES + 1, 0x20544547])('a length of %i is no message', (length) => {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32LE(length, 0)
  expect(() => new MessageSplitter().push(bytes)).toThrow(/bytes/)
})
