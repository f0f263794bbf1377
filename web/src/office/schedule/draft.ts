import type { AuditoriumsQuery, MovieFieldsFragment, ScheduleScreeningMutationVariables } from '@mov-ticket/sdk'
import type english from '../../i18n/en/office-schedule.js'
import { amountOf } from './amount.js'

export type Film = MovieFieldsFragment
export type Room = AuditoriumsQuery['auditoriums']['nodes'][number]
export type SeatKind = Room['seatKinds'][number]
export type FaultName = keyof (typeof english)['faults']

/** A screening as it is written; texts as they stand in the fields. */
export interface Draft {
  readonly film: Film | null
  readonly room: Room | null
  /** YYYY-MM-DD and HH:MM, in the time of this device. */
  readonly day: string
  readonly time: string
  readonly currency: string
  readonly prices: Readonly<Partial<Record<SeatKind, string>>>
  readonly lockMinutes: string
  readonly most: string
  readonly avoidSingleSeats: boolean
}

export const newDraft: Draft = { film: null, room: null, day: '', time: '', currency: 'EUR', prices: {}, lockMinutes: '3', most: '10', avoidSingleSeats: false }

/** Of fields, by name: `film`, `room`, `day`, `time`, `price-STANDARD`, `lock`, `most`. */
export type DraftFaults = Readonly<Record<string, FaultName>>
export type Input = ScheduleScreeningMutationVariables['input']

/** Null: there is no such moment, or not yet. */
export function startOfDraft({ day, time }: Pick<Draft, 'day' | 'time'>): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}/.test(time)) return null
  const start = new Date(`${day}T${time}`)
  return Number.isNaN(start.getTime()) ? null : start
}

/** What the graph is asked for, or what is still wrong. */
export function inputOf(draft: Draft, now: number): { readonly input: Input } | { readonly faults: DraftFaults } {
  const { film, room, currency } = draft
  const faults: Record<string, FaultName> = {}
  const start = startOfDraft(draft)
  const lockSeconds = Math.round(numberOf(draft.lockMinutes) * 60)
  const maxTicketsPerOrder = numberOf(draft.most)
  if (film === null) faults['film'] = 'film'
  if (room === null) faults['room'] = 'room'
  if (draft.day === '') faults['day'] = 'day'
  if (draft.time === '') faults['time'] = 'time'
  if (start !== null && start.getTime() <= now) faults['time'] = 'past'
  if (!(lockSeconds >= 60 && lockSeconds <= 3_600 && lockSeconds % 30 === 0)) faults['lock'] = 'lock'
  if (!(Number.isInteger(maxTicketsPerOrder) && maxTicketsPerOrder >= 1 && maxTicketsPerOrder <= 50)) faults['most'] = 'most'
  const prices = (room?.seatKinds ?? []).flatMap((kind) => {
    const price = amountOf(draft.prices[kind] ?? '', currency)
    if ('amount' in price) return [{ kind, amount: price.amount }]
    faults[`price-${kind}`] = price.fault
    return []
  })
  if (film === null || room === null || start === null || Object.keys(faults).length > 0) return { faults: start === null && faults['day'] === undefined ? { time: 'time', ...faults } : faults }
  return { input: { movieId: film.id, auditoriumId: room.id, startsAt: start.toISOString(), currency, prices, lockSeconds, maxTicketsPerOrder, avoidSingleSeats: draft.avoidSingleSeats } }
}

/** 2.5 or 2,5; NaN: no number. */
function numberOf(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.'))
}
