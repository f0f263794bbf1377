import { useEffect, useMemo } from 'react'
import { useAsk } from '../../data/use-ask.js'
import type { Question } from '../../data/use-ask.js'
import type { PlanSeat } from '../../seat-map/plan.js'

/** By ticket; null: there is no such screening. */
export function blockedReasons(screeningId: string): Question<ReadonlyMap<string, string>> {
  return {
    key: ['mine', 'office', 'blocked', screeningId],
    async ask(client, signal) {
      const screening = await client.blockedReasons({ screeningId }, { signal })
      return new Map(screening?.tickets.flatMap(({ id, blockedReason }) => (blockedReason === null ? [] : [[id, blockedReason]])))
    },
  }
}

export interface BlockedGroup {
  /** Null: not known, or not yet. */
  readonly reason: string | null
  readonly seats: readonly PlanSeat[]
}

/** The seats that are blocked, by reason. */
export function useBlockedGroups(screeningId: string, blocked: readonly PlanSeat[]): readonly BlockedGroup[] {
  const { data, refetch } = useAsk(blockedReasons(screeningId))
  // Somebody else blocked these: the map tells that, and only this why.
  const unknown = data === undefined ? '' : blocked.filter(({ id }) => !data.has(id)).map(({ id }) => id).join(' ')
  useEffect(() => {
    if (unknown !== '') void refetch()
  }, [unknown, refetch])
  return useMemo(() => {
    const groups = new Map<string | null, PlanSeat[]>()
    for (const seat of blocked) {
      const reason = data?.get(seat.id) ?? null
      const group = groups.get(reason)
      if (group === undefined) groups.set(reason, [seat])
      else group.push(seat)
    }
    return [...groups].map(([reason, seats]) => ({ reason, seats }))
  }, [data, blocked])
}
