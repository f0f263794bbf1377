import { setTimeout as pause } from 'node:timers/promises'
import type { Client } from '@mov-ticket/sdk'

/** Neighbours in time are far apart on the map: prime to the number of seats. */
const STRIDE = 377

/** Others' seats: each change blocks one that is free or frees one that is blocked, and goes through the whole platform. */
export interface Changes {
  /** Makes `perSecond` changes, in `atOnce`, for so long, and resolves with how many it were. */
  readonly go: (perSecond: number, atOnce: number, seconds: number) => Promise<number>
}

export function changesOf(admin: Client, ticketIds: readonly string[]): Changes {
  let turn = 0

  function next(): { readonly id: string; readonly isFree: boolean } {
    const index = (turn * STRIDE) % ticketIds.length
    const isFree = Math.floor(turn / ticketIds.length) % 2 === 0
    turn++
    const id = ticketIds[index]
    if (id === undefined) throw new Error('A screening without seats cannot change.')
    return { id, isFree }
  }

  async function change(count: number): Promise<void> {
    const seats = Array.from({ length: count }, next)
    for (const wasFree of [true, false]) {
      const ids = seats.filter(({ isFree }) => isFree === wasFree).map(({ id }) => id)
      if (ids.length === 0) continue
      await (wasFree ? admin.blockTickets({ ids, reason: 'measuring' }) : admin.unblockTickets({ ids }))
    }
  }

  return {
    async go(perSecond, atOnce, seconds) {
      const began = performance.now()
      const rounds = Math.round((perSecond * seconds) / atOnce)
      const everyMs = (seconds * 1_000) / rounds
      const asked: Promise<void>[] = []
      for (let round = 0; round < rounds; round++) {
        await pause(Math.max(0, began + round * everyMs - performance.now()))
        asked.push(change(atOnce))
      }
      await Promise.all([...asked, pause(Math.max(0, began + seconds * 1_000 - performance.now()))])
      return rounds * atOnce
    },
  }
}
