import { serveEncoded } from './encoded.js'

/** A bare `ws` server. */
await serveEncoded((message, watchers) => {
  for (const { socket } of watchers) socket.send(message, { binary: false })
})
