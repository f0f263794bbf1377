import type { Client } from '../client.js'

export interface LiveTicket {
  readonly id: string
  readonly status: 'AVAILABLE' | 'LOCKED' | 'RESERVED' | 'BLOCKED'
  readonly version: number
  readonly lockedUntil: string | null
}

export interface SeatMapUpdate {
  readonly version: number
  readonly full: boolean
  readonly tickets: readonly LiveTicket[]
}

const selection = '{ version full tickets { id status version lockedUntil } }'

export const seatMapChangedText = `subscription ($id: ID!, $after: Int) { seatMapChanged(screeningId: $id, afterVersion: $after) ${selection} }`

/** What the owner says now, over HTTP. */
export async function readSeatMap(client: Client, screeningId: string): Promise<SeatMapUpdate> {
  const { seatMap } = await client.ask<{ seatMap: SeatMapUpdate | null }>(`query ($id: ID!) { seatMap(screeningId: $id) ${selection} }`, {
    id: screeningId,
  })
  if (seatMap === null) throw new Error(`no screening ${screeningId}`)
  return seatMap
}
