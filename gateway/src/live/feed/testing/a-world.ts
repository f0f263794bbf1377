import { aFeed } from './a-feed.js'
import type { TestFeed } from './a-feed.js'
import { anOwner } from './owner.js'
import type { Owner } from './owner.js'

/** What becomes of a ring: heard at once, never, late, twice; or its process died before Redis had it. */
export type Fate = 'heard' | 'lost' | 'late' | 'doubled' | 'died'

/** Gateways before one owner, and a Redis that forgets and loses. */
export interface World {
  readonly owner: Owner
  readonly gateways: readonly TestFeed[]
  write(seats: readonly string[], fate: Fate): void
  /** It comes back without its keys. */
  forget(): void
  stop(): void
}

export const channel = 'room:1'
const LATE_MS = 700
const SWEEP_MS = 2_000
/** A missing key is asked about once in this time. */
const ASK_AGAIN_MS = 10_000

export function aWorld(): World {
  const owner = anOwner()
  let key: number | null = null
  const askedAt = new Map<TestFeed, number>()
  const learn = (version: number, insteadOf?: number) => {
    if (insteadOf === undefined ? version > (key ?? -1) : key === insteadOf) key = version
  }
  const gateways = [0, 1].map(() => aFeed({ owner, windowMs: 25, learn: (_, ...told) => learn(...told) }))

  /** As the listener does. */
  function sweep(): void {
    for (const gateway of gateways) {
      const known = gateway.watched.get(channel)
      if (known === undefined) continue
      if (key !== null && key > (known ?? -1)) gateway.feed.ring(channel, key)
      if (key === null && performance.now() - (askedAt.get(gateway) ?? -Infinity) >= ASK_AGAIN_MS) {
        askedAt.set(gateway, performance.now())
        setTimeout(() => gateway.feed.ring(channel, null), Math.random() * SWEEP_MS)
      }
    }
  }
  const timer = setInterval(sweep, SWEEP_MS)

  return {
    owner,
    gateways,
    write(seats, fate) {
      const version = owner.write(...seats)
      if (fate === 'died') return
      key = Math.max(key ?? -1, version)
      const hear = () => gateways.forEach(({ feed }) => feed.ring(channel, version))
      if (fate === 'late' || fate === 'doubled') setTimeout(hear, LATE_MS)
      if (fate === 'heard' || fate === 'doubled') hear()
    },
    forget() {
      key = null
      askedAt.clear()
      sweep()
    },
    stop: () => clearInterval(timer),
  }
}

