import { serveEncoded } from './encoded.js'

/** The limit of Node: a frame that is ready, written to each TCP socket. */
await serveEncoded((message, watchers) => {
  const frame = textFrame(message)
  for (const { stream } of watchers) stream.write(frame)
})

/** RFC 6455, 5.2: a whole, unmasked text frame of up to 64 KiB. */
function textFrame(message: Buffer): Buffer {
  const { length } = message
  const header = length < 126 ? Buffer.from([0x81, length]) : Buffer.from([0x81, 126, length >> 8, length & 0xff])
  return Buffer.concat([header, message])
}
