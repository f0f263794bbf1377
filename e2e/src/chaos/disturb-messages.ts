import { setTimeout as delay } from 'node:timers/promises'
import type { Random } from '../random.js'
import type { Disturbance, MessageProxy } from './message-proxy.js'

const lost: Disturbance = { drop: 1, delay: 0, double: 0, maxDelayMs: 0 }
const late: Disturbance = { drop: 0, delay: 1, double: 0, maxDelayMs: 1_500 }
const mixed: Disturbance = { drop: 0.3, delay: 0.25, double: 0.2, maxDelayMs: 1_500 }

/**
 * A change is rung more than once, by its write and by the relay that publishes its events: most is to be learned from
 * times at which all is lost.
 */
const moods = [lost, lost, lost, late, mixed, mixed] as const

/** Changes what is done to messages again and again. */
export async function disturbMessages(messages: MessageProxy, random: Random, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    disturbOnce(messages, random)
    await delay(200 + random.below(1_000))
  }
}

/** It stays so. */
export function disturbOnce(messages: MessageProxy, random: Random): void {
  messages.disturb(random.pick(moods))
}
