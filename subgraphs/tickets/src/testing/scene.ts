import { ticketId, type SeatWish } from '@mov-ticket/shared-events'
import type { Command, CommandOf } from '../screening/command.js'
import { decideBatch, type Batch } from '../screening/decide-batch.js'
import type { Message, Outcome } from '../screening/decision.js'
import type { Scene } from '../screening/order-state.js'
import { newScreening, type ScreeningTerms } from '../screening/screening.js'
import { seatingPlan, type Seat, type SeatKind } from '../screening/seating-plan.js'
import { ticketState } from '../screening/ticket.js'

export const SCREENING = 'screening-1'
export const NOON = new Date('2030-05-17T12:00:00.000Z')

export function seat(row: string, number: number, more: Partial<Seat> = {}): Seat {
  return { label: `${row}${number}`, row, number, kind: 'STANDARD', x: number, y: row.charCodeAt(0) - 65, ...more }
}

/** A room: for each row how many seats it has, or its seats as kinds (S, P, A, C) with dots for gaps, such as `SS.SS`. */
export function room(...rows: (number | string)[]): Seat[] {
  const kinds: Record<string, SeatKind> = { S: 'STANDARD', P: 'PREMIUM', A: 'ACCESSIBLE', C: 'COMPANION' }
  return rows.flatMap((row, y) =>
    (typeof row === 'number' ? 'S'.repeat(row) : row).split('').flatMap((letter, at) => {
      const kind = kinds[letter]
      return kind ? [seat(String.fromCharCode(65 + y), at + 1, { kind })] : []
    }),
  )
}

/** A screening of these seats at which nothing has happened yet, at noon; it starts at eight. */
export function house(seats: readonly Seat[], terms: Partial<ScreeningTerms> = {}): Scene {
  const screening = newScreening({
    id: SCREENING, movieId: 'movie-1', auditoriumId: 'auditorium-1', startsAt: new Date('2030-05-17T20:00:00.000Z'),
    currency: 'EUR', prices: { STANDARD: 1200, PREMIUM: 1800, ACCESSIBLE: 900, COMPANION: 0 },
    lockSeconds: 180, maxTicketsPerOrder: 10, avoidSingleSeats: false, ...terms,
  })
  return { screening, plan: seatingPlan(seats), now: NOON }
}

export function later(scene: Scene, seconds: number): Scene {
  return { ...scene, now: new Date(scene.now.getTime() + seconds * 1000) }
}

export interface Played {
  readonly scene: Scene
  readonly batch: Batch
  /** What is stored with the change, in sequence. */
  readonly events: readonly Message[]
  /** What is only said. */
  readonly answers: readonly Message[]
  readonly outcomes: readonly Outcome[]
}

/** One batch of these commands. */
export function when(scene: Scene, ...commands: Command[]): Played {
  const batch = decideBatch(scene, commands)
  return {
    scene: { ...scene, screening: batch.screening },
    batch,
    events: [...batch.released, ...batch.results.flatMap((result) => result.events)],
    answers: batch.results.flatMap((result) => result.answers),
    outcomes: batch.results.map((result) => result.outcome),
  }
}

/** The scene after these commands, each in a batch of its own. */
export function given(scene: Scene, ...commands: Command[]): Scene {
  return commands.reduce((before, command) => when(before, command).scene, scene)
}

export function lock(orderId: string, labels: readonly string[], more: Partial<CommandOf<'LOCK'>> = {}): CommandOf<'LOCK'> {
  const wish: SeatWish = { kind: 'TICKETS', ticketIds: labels.map((label) => ticketId(SCREENING, label)) }
  const createdAt = NOON.toISOString()
  return { type: 'LOCK', orderId, screeningId: SCREENING, buyerId: `buyer-of-${orderId}`, wish, createdAt, ...more }
}

export function lockBest(orderId: string, count: number, seatKind: SeatKind | null = null): CommandOf<'LOCK'> {
  return lock(orderId, [], { wish: { kind: 'BEST', count, seatKind } })
}

export function ask(type: 'RESERVE' | 'CANCEL' | 'EXTEND', orderId: string, requestId = `${type}-${orderId}`): Command {
  return { type, orderId, requestId }
}

/** Seat by seat, as readers see it, such as `LOCKED` or `AVAILABLE`. */
export function seatMap({ screening, plan }: Scene): Record<string, string> {
  return Object.fromEntries(plan.seats.map((each) => [each.label, ticketState(screening, each).status]))
}

export function ticketIds(...labels: string[]): string[] {
  return labels.map((label) => ticketId(SCREENING, label))
}
