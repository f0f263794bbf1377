/** The server's time, for countdowns on machines whose clock is off. */
export interface Clock {
  /** Milliseconds since the epoch by the server's clock, within half a second; the local time until something was heard. */
  now(): number
  /** What the server said that it is, in a header of whole seconds, and when the request left and its answer came. */
  heard(date: string | null, sentAt: number, cameAt: number): void
}

/** The quickest answer tells best; after this long a slower one is believed again. */
const BELIEVED_MS = 600_000

export function createClock(local: () => number = Date.now): Clock {
  let offset = 0
  let best = { tookMs: Infinity, at: -Infinity }
  return {
    now: () => local() + offset,
    heard(date, sentAt, cameAt) {
      const server = date === null ? Number.NaN : Date.parse(date)
      const tookMs = cameAt - sentAt
      if (Number.isNaN(server) || (tookMs > best.tookMs && cameAt - best.at < BELIEVED_MS)) return
      best = { tookMs, at: cameAt }
      // The header cuts off what is below a second.
      const found = server + 500 - (sentAt + cameAt) / 2
      // A difference that the cut explains is none.
      offset = Math.abs(found) <= 500 + tookMs ? 0 : found
    },
  }
}
