import { GraphError } from '@mov-ticket/sdk'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useClient } from '../../data/client.js'
import type { PlanSeat } from '../../seat-map/plan.js'
import type { SeatStore } from '../../seat-map/seat-store.js'
import { blockedReasons } from './blocked-reasons.js'

export interface Done {
  readonly kind: 'blocked' | 'freed'
  readonly seats: readonly PlanSeat[]
  /** Of those that were freed only where they had all the same. */
  readonly reason: string | null
}

/** `taken`: these are sold or held, so that nothing was blocked. */
export type Problem = { readonly taken: readonly PlanSeat[]; readonly others: readonly PlanSeat[]; readonly reason: string } | { readonly error: unknown }

export interface Blocking {
  readonly busy: Done['kind'] | null
  readonly done: Done | null
  readonly problem: Problem | null
  readonly block: (seats: readonly PlanSeat[], reason: string) => Promise<void>
  readonly free: (seats: readonly PlanSeat[], reason: string | null) => Promise<void>
}

const nothing = { done: null, problem: null }

export function useBlocking(screeningId: string, store: SeatStore): Blocking {
  const client = useClient()
  const answers = useQueryClient()
  const [busy, setBusy] = useState<Done['kind'] | null>(null)
  const [outcome, setOutcome] = useState<{ readonly done: Done | null; readonly problem: Problem | null }>(nothing)

  async function run(done: Done, ask: (ids: string[]) => Promise<unknown>, problemOf: (error: unknown) => Problem): Promise<void> {
    if (busy !== null) return
    setBusy(done.kind)
    setOutcome(nothing)
    try {
      await ask(done.seats.map(({ id }) => id))
      const changed = new Set(done.seats)
      store.choose(store.get().chosen.filter((seat) => !changed.has(seat)).map(({ id }) => id))
      setOutcome({ done, problem: null })
      void answers.invalidateQueries({ queryKey: blockedReasons(screeningId).key })
    } catch (error) {
      setOutcome({ done: null, problem: problemOf(error) })
    } finally {
      setBusy(null)
    }
  }

  return {
    busy,
    ...outcome,
    block: (seats, reason) => run({ kind: 'blocked', seats, reason }, (ids) => client.blockTickets({ ids, reason }), (error) => takenIn(error, seats, reason) ?? { error }),
    free: (seats, reason) => run({ kind: 'freed', seats, reason }, (ids) => client.unblockTickets({ ids }), (error) => ({ error })),
  }
}

/** Which seats the graph says are no longer free, by their places in what was asked. */
function takenIn(error: unknown, seats: readonly PlanSeat[], reason: string): Problem | null {
  if (!(error instanceof GraphError) || error.code !== 'BAD_USER_INPUT') return null
  const at = new Set(Object.keys(error.fields).flatMap((field) => (/^ids\.\d+$/.test(field) ? [Number(field.slice('ids.'.length))] : [])))
  if (at.size === 0) return null
  return { taken: seats.filter((_, index) => at.has(index)), others: seats.filter((_, index) => !at.has(index)), reason }
}
