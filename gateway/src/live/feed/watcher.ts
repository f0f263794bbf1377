import type { Outlet } from './outlet.js'

/** One subscription of one client. This, and nothing that is queued, is what a slow one costs. */
export interface Watcher {
  readonly outlet: Outlet
  /** The version that it was last sent; null: nothing that a change could be added to. */
  sent: number | null
  /** An update is due even if nothing changed: it has had none yet, or the last one had errors. */
  isOwed: boolean
  /** Why its last update was none or not all of it; null: it was a good one. */
  told: string | null
  /** What was sent in an earlier one, before the owner's versions went back, is of no use. */
  era: number
  isGone: boolean
  /** Its place in its cohort; of no meaning while it is in none. */
  index: number
}
