import type { MessageProxy } from './message-proxy.js'
import type { Played } from './play-runs.js'

/** What was done, and what came of it, in a few lines. */
export function reportOf(played: readonly Played[], messages?: MessageProxy['counts']): string {
  const rests = played.flatMap((each) => each.rests)
  const took = rests.map(({ tookMs }) => tookMs).toSorted((a, b) => a - b)
  const sum = (count: (each: Played) => number): number => played.reduce((total, each) => total + count(each), 0)
  const troubles = new Map<string, number>()
  for (const trouble of played.flatMap((each) => each.troubles)) troubles.set(trouble, (troubles.get(trouble) ?? 0) + 1)
  const lines = [
    `${rests.length} runs, ${sum(({ updates }) => updates)} updates received, ${sum(({ told }) => told)} with an error`,
    messages && `messages: ${messages.dropped} dropped, ${messages.delayed} delayed, ${messages.doubled} doubled, ${messages.passed} passed`,
    [...troubles].map(([trouble, times]) => `${trouble} ${times}x`).join(', '),
    `reconnects: ${sum(({ reconnects }) => reconnects.resuming)} with afterVersion, ${sum(({ reconnects }) => reconnects.anew)} without`,
    `true after rest: median ${ms(took[Math.floor(took.length / 2)])}, slowest ${ms(took.at(-1))}, over 3 s: ${took.filter((each) => each > 3_000).length}`,
    `runs with differences: ${rests.filter(({ differences }) => differences.length > 0).length}`,
  ]
  return lines.filter((line) => line !== undefined).join('; ')
}

const ms = (value = 0): string => `${Math.round(value)} ms`
