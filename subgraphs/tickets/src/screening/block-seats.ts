import type { CommandOf } from './command.js'
import { happens, nothing, type Decision } from './decision.js'
import type { Scene } from './order-state.js'

/** All or none; takes seats from nobody. Blocking a blocked seat changes nothing, so that it can be asked for again. */
export function blockSeats({ screening }: Scene, { labels, reason }: CommandOf<'BLOCK'>): Decision {
  if (screening.cancelledAt) return { ...nothing, outcome: { type: 'CANCELLED_SCREENING' } }
  const taken = new Map<string, 'LOCKED' | 'RESERVED'>()
  for (const label of labels) {
    const status = screening.holds.get(label)?.status
    if (status === 'LOCKED' || status === 'RESERVED') taken.set(label, status)
  }
  if (taken.size > 0) return { ...nothing, outcome: { type: 'NOT_FREE', taken } }
  const open = labels.filter((label) => screening.holds.get(label)?.status !== 'BLOCKED')
  return open.length > 0 ? happens({ type: 'BLOCKED', labels: open, reason }) : nothing
}

/** Seats that are not blocked stay as they are. */
export function unblockSeats({ screening }: Scene, { labels }: CommandOf<'UNBLOCK'>): Decision {
  if (screening.cancelledAt) return { ...nothing, outcome: { type: 'CANCELLED_SCREENING' } }
  const blocked = labels.filter((label) => screening.holds.get(label)?.status === 'BLOCKED')
  return blocked.length > 0 ? happens({ type: 'UNBLOCKED', labels: blocked }) : nothing
}
