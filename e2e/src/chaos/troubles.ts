import { setTimeout as delay } from 'node:timers/promises'
import type { FaultProxy } from '@mov-ticket/shared-events'
import { Redis } from 'ioredis'
import type { TestPlatform } from '../platform.js'
import type { Random } from '../random.js'

const MOST_MS_AWAY = 1_500
/** A link that swallows everything is there, for all that anybody can tell: a PING every 2 s, and 2 s without an answer. */
const NOTICED_AFTER_MS = 4_000

/** What happens to the servers, each as often as it stands here. */
const troubles = [
  'links are cut',
  'links are cut',
  'links swallow everything',
  'Redis forgets',
  'Redis forgets, and again',
  'Redis restarts',
  'Redis restarts',
  'Redis restarts and forgets',
  'Redis restarts and forgets',
  'tickets is killed',
  'tickets stands still',
  'the gateway is killed',
] as const
export type Trouble = (typeof troubles | typeof lastTroubles)[number]

/**
 * What may happen just after a ring that was lost. Often nothing: whoever looks again because of trouble finds what was
 * lost as well.
 */
export const lastTroubles = ['nothing', 'nothing', 'links are cut', 'Redis forgets', 'Redis restarts', 'Redis restarts and forgets'] as const

export interface TroubledWorld {
  readonly platform: TestPlatform
  /** All links to Redis. */
  readonly link: FaultProxy
}

/** One of them happens within this time; resolves once everything is back. */
export async function makeTrouble(
  world: TroubledWorld,
  random: Random,
  withinMs: number,
  among: readonly Trouble[] = troubles,
): Promise<Trouble> {
  const trouble = random.pick(among)
  const away = random.below(MOST_MS_AWAY)
  await delay(random.below(withinMs))
  await make(trouble, world, away)
  return trouble
}

async function make(trouble: Trouble, { platform, link }: TroubledWorld, away: number): Promise<void> {
  const { redis } = platform.services.processes
  if (redis === undefined) throw new Error("redis was not started by this test and can't be killed")
  switch (trouble) {
    case 'nothing':
      return
    case 'links are cut':
      return link.cut()
    case 'links swallow everything':
      link.blackhole()
      return delay(NOTICED_AFTER_MS)
    case 'Redis forgets':
      return forget(platform.services.redisUrl)
    case 'Redis forgets, and again':
      await forget(platform.services.redisUrl)
      await delay(away)
      return forget(platform.services.redisUrl)
    case 'Redis restarts and forgets':
      await forget(platform.services.redisUrl)
      return restart(redis, away)
    case 'Redis restarts':
      return restart(redis, away)
    case 'tickets is killed':
      return restart(platform.processes.tickets, away)
    case 'tickets stands still':
      platform.processes.tickets.kill('SIGSTOP')
      await delay(away)
      return platform.processes.tickets.kill('SIGCONT')
    case 'the gateway is killed':
      return restart(platform.processes.gateway, away)
  }
}

interface Victim {
  kill(signal: NodeJS.Signals): void
  restart(): Promise<void>
}

async function restart(victim: Victim, away: number): Promise<void> {
  victim.kill('SIGKILL')
  await delay(away)
  await victim.restart()
}

async function forget(redisUrl: string): Promise<void> {
  const redis = new Redis(redisUrl)
  try {
    await redis.flushall()
  } finally {
    redis.disconnect()
  }
}
