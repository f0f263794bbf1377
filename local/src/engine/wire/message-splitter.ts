import { ProtocolViolation } from './protocol-violation.js'

/** What drivers are told in hello as maxMessageSizeBytes. */
export const MAX_MESSAGE_BYTES = 48_000_000
const HEADER_BYTES = 16

/** Cuts the bytes of a connection into messages, each with its header, however they were chunked on the way. */
export class MessageSplitter {
  private chunks: Buffer[] = []
  private buffered = 0

  /** The messages that are complete now. Throws ProtocolViolation where a length can't be right. */
  push(chunk: Buffer): Buffer[] {
    this.chunks.push(chunk)
    this.buffered += chunk.length
    const messages: Buffer[] = []
    for (let length = this.nextLength(); length !== null && this.buffered >= length; length = this.nextLength()) {
      const all = this.joined()
      messages.push(all.subarray(0, length))
      this.keep(all.subarray(length))
    }
    return messages
  }

  private nextLength(): number | null {
    if (this.buffered < 4) return null
    const first = this.chunks[0]
    const length = (first && first.length >= 4 ? first : this.joined()).readInt32LE(0)
    if (length < HEADER_BYTES || length > MAX_MESSAGE_BYTES) {
      throw new ProtocolViolation(`A message of ${length} bytes: not the MongoDB wire protocol, or too long`)
    }
    return length
  }

  private joined(): Buffer {
    const [first] = this.chunks
    const all = this.chunks.length === 1 && first ? first : Buffer.concat(this.chunks, this.buffered)
    this.chunks = [all]
    return all
  }

  private keep(rest: Buffer): void {
    this.chunks = rest.length > 0 ? [rest] : []
    this.buffered = rest.length
  }
}
