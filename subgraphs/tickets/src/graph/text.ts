import { z } from 'zod'

/** Control characters but line breaks and tabs, and halves of characters. */
const UNPRINTABLE = /(?![\t\n\r])\p{Cc}|\p{Cs}/u

/** Text without white space around it, of `least` to `most` characters. */
export function text(least: number, most: number) {
  const limit = most.toLocaleString('en')
  const message = least === 0 ? `must have at most ${limit} characters` : `must have ${least} to ${limit} characters`
  return z.string().trim().min(least, message).max(most, message).refine((given) => !UNPRINTABLE.test(given), 'must not have control characters')
}
