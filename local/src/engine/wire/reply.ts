import { serialize, type Document } from 'bson'
import { OP_MSG, OP_QUERY, OP_REPLY, type Request } from './request.js'

/** A reply document, or one that is BSON already. */
export type Reply = Document | Buffer

let nextId = 1

/** The bytes that answer a request, in the opcode that belongs to the request's. */
export function encodeReply(request: Request, reply: Reply): Buffer {
  const body = Buffer.isBuffer(reply) ? reply : serialize(reply, { ignoreUndefined: true })
  return request.opcode === OP_QUERY ? legacyReply(request.id, body) : messageReply(request.id, body)
}

function messageReply(requestId: number, body: Uint8Array): Buffer {
  const bytes = Buffer.allocUnsafe(21 + body.length)
  writeHeader(bytes, requestId, OP_MSG)
  bytes.writeUInt32LE(0, 16)
  bytes[20] = 0
  bytes.set(body, 21)
  return bytes
}

function legacyReply(requestId: number, body: Uint8Array): Buffer {
  const bytes = Buffer.alloc(36 + body.length)
  writeHeader(bytes, requestId, OP_REPLY)
  bytes.writeInt32LE(8, 16) // AwaitCapable, as every server since 1.6 says
  bytes.writeInt32LE(1, 32) // one document
  bytes.set(body, 36)
  return bytes
}

function writeHeader(bytes: Buffer, requestId: number, opcode: number): void {
  nextId = (nextId + 1) & 0x7fff_ffff
  bytes.writeInt32LE(bytes.length, 0)
  bytes.writeInt32LE(nextId, 4)
  bytes.writeInt32LE(requestId, 8)
  bytes.writeInt32LE(opcode, 12)
}
