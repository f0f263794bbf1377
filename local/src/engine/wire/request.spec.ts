import { deserialize, serialize } from 'bson'
import { expect, test } from 'vitest'
import { encodeReply } from './reply.js'
import { OP_MSG, OP_QUERY, readRequest } from './request.js'
import { splitSequence } from './fields.js'

function message(opcode: number, ...parts: Uint8Array[]): Buffer {
  const header = Buffer.alloc(16)
  const bytes = Buffer.concat([header, ...parts])
  bytes.writeInt32LE(bytes.length, 0)
  bytes.writeInt32LE(7, 4)
  bytes.writeInt32LE(opcode, 12)
  return bytes
}

function flags(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value, 0)
  return bytes
}

function bodySection(document: object): Buffer {
  return Buffer.concat([Buffer.from([0]), serialize(document)])
}

function sequenceSection(name: string, documents: object[]): Buffer {
  const content = Buffer.concat([Buffer.from(`${name}\0`), ...documents.map((each) => serialize(each))])
  const length = Buffer.alloc(4)
  length.writeInt32LE(content.length + 4, 0)
  return Buffer.concat([Buffer.from([1]), length, content])
}

test('OP_MSG: body and document sequences, in any order', () => {
  const documents = [{ a: 1 }, { a: 2 }]
  const bytes = message(OP_MSG, flags(0), sequenceSection('documents', documents), bodySection({ insert: 'c' }))
  const request = readRequest(bytes)
  expect(request).toMatchObject({ id: 7, opcode: OP_MSG, wantsReply: true })
  expect(deserialize(request.body)).toEqual({ insert: 'c' })
  expect(splitSequence(request.sequences.documents ?? Buffer.alloc(0)).map((each) => deserialize(each))).toEqual(documents)
})

test('OP_MSG: a checksum is passed over, moreToCome wants no reply', () => {
  const request = readRequest(message(OP_MSG, flags(3), bodySection({ ping: 1 }), flags(0xdead_beef)))
  expect(deserialize(request.body)).toEqual({ ping: 1 })
  expect(request.wantsReply).toBe(false)
})

test('OP_QUERY: the hello of a driver that does not know us yet', () => {
  const query = message(OP_QUERY, flags(0), Buffer.from('admin.$cmd\0'), flags(0), flags(1), serialize({ hello: 1 }))
  expect(deserialize(readRequest(query).body)).toEqual({ hello: 1 })
})

test.each([
  ['an unknown opcode', message(2012, flags(0))],
  ['no body', message(OP_MSG, flags(0))],
  ['a section of an unknown kind', message(OP_MSG, flags(0), Buffer.from([9, 5, 0, 0, 0, 0]))],
  ['a section longer than its message', message(OP_MSG, flags(0), Buffer.from([0, 99, 0, 0, 0, 0]))],
  ['an end in the middle', message(OP_MSG, flags(0), Buffer.from([0, 5]))],
])('%s is a violation of the protocol', (_name, bytes) => {
  expect(() => readRequest(bytes)).toThrow(expect.objectContaining({ name: 'ProtocolViolation' }))
})

test.each([
  [OP_MSG, 21, 2013],
  [OP_QUERY, 36, 1],
] as const)('a reply to opcode %i names its request', (opcode, bodyOffset, replyOpcode) => {
  const reply = encodeReply({ id: 7, opcode, body: Buffer.alloc(0), sequences: {}, wantsReply: true }, { ok: 1 })
  expect([reply.readInt32LE(0), reply.readInt32LE(8), reply.readInt32LE(12)]).toEqual([reply.length, 7, replyOpcode])
  expect(deserialize(reply.subarray(bodyOffset))).toEqual({ ok: 1 })
})
