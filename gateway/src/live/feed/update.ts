import { encodeNextFrame } from '../sockets/frame.js'

/** One answer, encoded once for all who are sent it. */
export interface Update {
  /** A whole WebSocket frame; made once for all subscriptions that chose the same id. */
  frame(subscriptionId: string): Buffer
  /** A whole server-sent event. */
  event(): Buffer
}

/** Most clients choose one of few ids; those that are unique only pass through. */
const MAX_FRAMES = 16

/** `json`: an execution result. */
export function createUpdate(json: string): Update {
  const payload = Buffer.from(json)
  const frames = new Map<string, Buffer>()
  let event: Buffer | undefined
  return {
    frame(subscriptionId) {
      const known = frames.get(subscriptionId)
      if (known !== undefined) return known
      const frame = encodeNextFrame(subscriptionId, payload)
      frames.set(subscriptionId, frame)
      const [oldest] = frames.keys()
      if (frames.size > MAX_FRAMES && oldest !== undefined) frames.delete(oldest)
      return frame
    },
    event: () => (event ??= Buffer.concat([Buffer.from('event: next\ndata: '), payload, Buffer.from('\n\n')])),
  }
}
