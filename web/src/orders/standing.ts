import type { OrderSummary } from '@mov-ticket/sdk'

/** How an order stands for whoever placed it: a booking is another thing before the film, during it and after it. */
export type Standing = 'placed' | 'held' | 'ahead' | 'running' | 'seen' | 'rejected' | 'cancelled' | 'expired'

export interface Standable {
  readonly status: OrderSummary['status']
  readonly screening: { readonly startsAt: string; readonly movie: { readonly runtimeMinutes: number } }
}

const ofStatus = { PENDING: 'placed', LOCKED: 'held', REJECTED: 'rejected', CANCELLED: 'cancelled', EXPIRED: 'expired' } as const

export function standingOf({ status, screening }: Standable, now: number): Standing {
  if (status !== 'RESERVED') return ofStatus[status]
  if (now < Date.parse(screening.startsAt)) return 'ahead'
  return now < endOf(screening) ? 'running' : 'seen'
}

/** In milliseconds since the epoch; without trailers, which nobody knows of. */
export function endOf({ startsAt, movie }: Standable['screening']): number {
  return Date.parse(startsAt) + movie.runtimeMinutes * 60_000
}

const current: ReadonlySet<Standing> = new Set(['placed', 'held', 'ahead', 'running'])

export function isCurrent(standing: Standing): boolean {
  return current.has(standing)
}
