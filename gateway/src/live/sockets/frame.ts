const FINAL_TEXT = 0x81

/**
 * A `next` message as a whole WebSocket frame (RFC 6455, 5.2: from server to client, so not masked), which can be written
 * to any number of sockets as it is.
 */
export function encodeNextFrame(subscriptionId: string, payload: Buffer): Buffer {
  const before = Buffer.from(`{"id":${JSON.stringify(subscriptionId)},"type":"next","payload":`)
  const length = before.length + payload.length + 1
  return Buffer.concat([header(length), before, payload, Buffer.from('}')])
}

function header(length: number): Buffer {
  if (length < 126) return Buffer.from([FINAL_TEXT, length])
  if (length < 65_536) return Buffer.from([FINAL_TEXT, 126, length >> 8, length & 0xff])
  const long = Buffer.alloc(10)
  long[0] = FINAL_TEXT
  long[1] = 127
  long.writeBigUInt64BE(BigInt(length), 2)
  return long
}
