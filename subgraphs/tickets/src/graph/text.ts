import { z } from 'zod'

/** Text without white space around it, of `least` to `most` characters. */
export function text(least: number, most: number) {
  const message = least === 0 ? `must have at most ${most} characters` : `must have ${least} to ${most} characters`
  return z.string().trim().min(least, message).max(most, message)
}
