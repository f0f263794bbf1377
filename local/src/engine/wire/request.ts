import { ProtocolViolation } from './protocol-violation.js'

/** Opcodes of https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/ */
export const OP_REPLY = 1
export const OP_QUERY = 2004
export const OP_MSG = 2013

const CHECKSUM_PRESENT = 1
const MORE_TO_COME = 2

/** One command as it arrived; documents stay BSON. */
export interface Request {
  readonly id: number
  readonly opcode: typeof OP_MSG | typeof OP_QUERY
  readonly body: Buffer
  /** Document sequences by name (`documents`, `updates`, `deletes`): BSON documents one after the other. */
  readonly sequences: Readonly<Record<string, Buffer>>
  /** False where the client wants no answer ({w: 0}). */
  readonly wantsReply: boolean
}

/** Reads OP_MSG, and the OP_QUERY that drivers still use for their first hello. Other opcodes are a violation. */
export function readRequest(message: Buffer): Request {
  const id = message.readInt32LE(4)
  const opcode = message.readInt32LE(12)
  try {
    if (opcode === OP_MSG) return readMessage(message, id)
    if (opcode === OP_QUERY) return readQuery(message, id)
  } catch (error) {
    if (error instanceof RangeError) throw new ProtocolViolation('A message ends before it is complete')
    throw error
  }
  throw new ProtocolViolation(`Opcode ${opcode} is not supported (OP_MSG and OP_QUERY are)`)
}

function readMessage(message: Buffer, id: number): Request {
  const flags = message.readUInt32LE(16)
  const end = message.length - (flags & CHECKSUM_PRESENT ? 4 : 0)
  const sequences: Record<string, Buffer> = {}
  let body: Buffer | undefined
  for (let offset = 20; offset < end; ) {
    const kind = message.readUInt8(offset)
    const length = message.readInt32LE(offset + 1)
    if (length < 5 || offset + 1 + length > end) throw new ProtocolViolation('A section is longer than its message')
    const section = message.subarray(offset + 1, offset + 1 + length)
    if (kind === 0) body = section
    else if (kind === 1) {
      const nameEnd = section.indexOf(0, 4)
      if (nameEnd < 0) throw new ProtocolViolation('A document sequence without a name')
      sequences[section.toString('utf8', 4, nameEnd)] = section.subarray(nameEnd + 1)
    } else throw new ProtocolViolation(`Sections of kind ${kind} are unknown`)
    offset += 1 + length
  }
  if (!body) throw new ProtocolViolation('A message without a body')
  return { id, opcode: OP_MSG, body, sequences, wantsReply: !(flags & MORE_TO_COME) }
}

function readQuery(message: Buffer, id: number): Request {
  const start = message.indexOf(0, 20) + 9
  const body = message.subarray(start, start + message.readInt32LE(start))
  return { id, opcode: OP_QUERY, body, sequences: {}, wantsReply: true }
}
