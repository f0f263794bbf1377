import type { Outlet } from './outlet.js'

/** One subscription of one client. This, and nothing that is queued, is what a slow one costs. */
export interface Watcher {
  readonly outlet: Outlet
  /** The version that it was last sent; null: nothing that a change could be added to. */
  sent: number | null
  /** An update is due even if nothing changed: it has had none yet, or the last one had errors. */
  isOwed: boolean
  /** The last errors that it was sent; null once it was sent a good update. */
  told: string | null
  /** What was sent in an earlier one, before the owner's versions went back, is of no use. */
  era: number
  isGone: boolean
}
