/** Numbers from 0 to 1 (exclusive) that are the same for the same seed: FNV-1a into mulberry32. */
export function randomOf(seed: string): () => number {
  let state = 0x811c9dc5
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export interface Dice {
  /** From `from` to `to`. */
  readonly between: (from: number, to: number) => number
  /** A whole number, both ends included. */
  readonly whole: (from: number, to: number) => number
  readonly chance: (of: number) => boolean
  readonly oneOf: <T>(choices: readonly [T, ...T[]]) => T
}

export function diceOf(seed: string): Dice {
  const random = randomOf(seed)
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1))
  return {
    between: (from, to) => from + random() * (to - from),
    whole,
    chance: (of) => random() < of,
    oneOf: (choices) => choices[whole(0, choices.length - 1)] ?? choices[0],
  }
}
