import type { OrderStatus } from '../order/order.js'
import { momentsOf } from './moments.js'
import type { Standing, Trail } from './moments.js'

/** The time that is looked at, in steps of the same length; the last one may be shorter. */
export interface Span {
  /** Inclusive. */
  readonly from: Date
  /** Exclusive. */
  readonly to: Date
  readonly stepMs: number
}

/** How many orders became what. */
export type Counts = Readonly<Record<(typeof countOf)[OrderStatus], number>>

export interface ActivityStep extends Counts, Standing {
  /** Inclusive. */
  readonly from: Date
  /** Exclusive. */
  readonly to: Date
}

const countOf = {
  PENDING: 'ordersPlaced',
  LOCKED: 'locks',
  RESERVED: 'reservations',
  REJECTED: 'refusals',
  CANCELLED: 'cancellations',
  EXPIRED: 'expiries',
} as const satisfies Record<OrderStatus, string>

interface Tally {
  add(trail: Trail): void
  /** Those that have begun by now, oldest first. Counts are of the step; seats and revenue are those at its end. */
  steps(now: Date): ActivityStep[]
}

export function createTally(span: Span): Tally {
  const totals = Array.from({ length: stepsIn(span) }, emptyTotals)
  const earlier = emptyTotals()

  return {
    add(trail) {
      for (const { at, status, change } of momentsOf(trail)) {
        if (at >= span.to) continue
        const total = totals[Math.floor((at.getTime() - span.from.getTime()) / span.stepMs)] ?? earlier
        total[countOf[status]] += 1
        addTo(total, change)
      }
    },
    steps(now) {
      const standing: Totals = { ...earlier }
      return totals.slice(0, stepsIn(span, now)).map((total, index) => {
        const { lockedSeats, reservedSeats, revenue } = addTo(standing, total)
        const from = new Date(span.from.getTime() + index * span.stepMs)
        const to = new Date(Math.min(from.getTime() + span.stepMs, span.to.getTime()))
        return { ...total, from, to, lockedSeats, reservedSeats, revenue }
      })
    },
  }
}

/** How many steps there are, or have begun until `end`. */
export function stepsIn({ from, to, stepMs }: Span, end: Date = to): number {
  return Math.max(0, Math.ceil((Math.min(to.getTime(), end.getTime()) - from.getTime()) / stepMs))
}

type Totals = { -readonly [K in keyof (Counts & Standing)]: number }

function emptyTotals(): Totals {
  return {
    ordersPlaced: 0, locks: 0, reservations: 0, refusals: 0, cancellations: 0, expiries: 0,
    lockedSeats: 0, reservedSeats: 0, revenue: 0,
  }
}

function addTo(total: Totals, change: Standing): Standing {
  total.lockedSeats += change.lockedSeats
  total.reservedSeats += change.reservedSeats
  total.revenue += change.revenue
  return total
}
