/** How many failures cost nothing, and how long the wait may grow. */
export interface BackOff {
  readonly free: number
  readonly maxSeconds: number
}

/** Whoever mistypes waits for nothing; whoever guesses from one address waits 1, 2, 4 … s, up to 5 minutes. */
export const fromOneAddress: BackOff = { free: 10, maxSeconds: 300 }

/**
 * All addresses together, for those that the user never signed in from: guessing from many addresses becomes slow,
 * and the user is kept out by it for a minute at most, and not at all where they usually are.
 */
export const fromAllAddresses: BackOff = { free: 100, maxSeconds: 60 }

/** Seconds until the next attempt is looked at, after so many failures; 0 for at once. */
export function waitAfter(failures: number, { free, maxSeconds }: BackOff): number {
  return failures < free ? 0 : Math.min(2 ** Math.min(failures - free, 20), maxSeconds)
}
