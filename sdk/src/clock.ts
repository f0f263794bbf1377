/** The server's time, for countdowns on machines whose clock is off. */
export interface ServerClock {
  /** Milliseconds since the epoch by the server's clock, as well as it is known; the local time until something was heard. */
  now(): number
}

export interface Clock extends ServerClock {
  /** The `Date` header, in whole seconds, of an answer; when its request left and it came, by the local clock. */
  heardDate(date: string | null, sentAt: number, cameAt: number): void
  /** What an order says of the time that is left. `sentAt` null: nobody knows when it was asked, it was pushed. */
  heardOrder(order: unknown, sentAt: number | null, cameAt: number): void
}

/**
 * Everything heard says between which two numbers the difference of the clocks is; what all say together is less than what
 * any of them says. When they contradict each other a clock was set: the last one is right.
 */
export function createClock(local: () => number = Date.now): Clock {
  let least = -Infinity
  let most = Infinity

  function heard(atLeast: number, atMost: number): void {
    least = Math.max(least, atLeast)
    most = Math.min(most, atMost)
    if (least > most) [least, most] = [atLeast, atMost]
  }

  function offset(): number {
    if (least <= 0 && most >= 0) return 0
    if (most === Infinity) return least
    return least === -Infinity ? most : (least + most) / 2
  }

  return {
    now: () => local() + offset(),
    heardDate(date, sentAt, cameAt) {
      const server = date === null ? Number.NaN : Date.parse(date)
      if (!Number.isNaN(server)) heard(server - cameAt, server + 1_000 - sentAt)
    },
    heardOrder(order, sentAt, cameAt) {
      const { expiresAt, remainingSeconds } = partsOf(order)
      if (typeof expiresAt !== 'string' || typeof remainingSeconds !== 'number' || remainingSeconds === 0) return
      // Whole seconds, rounded up.
      const server = Date.parse(expiresAt) - remainingSeconds * 1_000
      heard(server - cameAt, sentAt === null ? Infinity : server + 1_000 - sentAt)
    },
  }
}

function partsOf(order: unknown): { readonly expiresAt?: unknown; readonly remainingSeconds?: unknown } {
  return typeof order === 'object' && order !== null ? order : {}
}
