import type { mongo } from 'mongoose'
import type { Screening, ScreeningTerms, SeatEntry } from '../screening/screening.js'
import { termsOf } from './screening-record.js'
import type { ScreeningRecord } from './screening-model.js'

/** A screening as readers see it. `holds` is there only where tickets were asked for: a full house is large. */
export interface ScreeningView extends Pick<Screening, 'terms' | 'cancelledAt' | 'version' | 'fullSince'> {
  readonly seatCount: number
  readonly takenCount: number
  readonly holds: ReadonlyMap<string, SeatEntry> | null
}

export interface ScreeningFilter {
  readonly movieId: string | null
  /** Inclusive. */
  readonly from: Date | null
  /** Exclusive. */
  readonly to: Date | null
}

export interface ScreeningPage extends ScreeningFilter {
  readonly first: number
  /** The sort keys of the last screening that was seen. */
  readonly after: readonly [startsAt: Date, id: string] | null
}

export interface ScreeningViews {
  byIds(ids: readonly string[], withSeats: boolean): Promise<ScreeningView[]>
  /** A page of each of these lists in one question, by start; one more than `first` where there are more. */
  pages(pages: readonly ScreeningPage[], withSeats: boolean): Promise<ScreeningView[][]>
  counts(filters: readonly ScreeningFilter[]): Promise<number[]>
}

/** Named one by one: what is left out, most of a full house, need not be looked at. */
const FIELDS = {
  movieId: 1, auditoriumId: 1, startsAt: 1, currency: 1, prices: 1, lockSeconds: 1, maxTicketsPerOrder: 1, avoidSingleSeats: 1,
  seatCount: 1, takenCount: 1, cancelledAt: 1, version: 1, fullSince: 1,
} as const

type Found = Pick<ScreeningRecord, '_id' | keyof typeof FIELDS> & Partial<Pick<ScreeningRecord, 'holds'>>

export function createScreeningViews(screenings: mongo.Collection<ScreeningRecord>): ScreeningViews {
  return {
    async byIds(ids, withSeats) {
      const found = await screenings.find<Found>({ _id: { $in: [...ids] } }, { projection: fieldsOf(withSeats) }).toArray()
      return found.map(viewOf)
    },
    async pages(pages, withSeats) {
      const pipelines = pages.map((page, list) => [
        { $match: matchOf(page) },
        { $sort: { startsAt: 1, _id: 1 } },
        { $limit: page.first + 1 },
        { $project: fieldsOf(withSeats) },
        { $addFields: { list } },
      ])
      const found = await screenings.aggregate<Found & { list: number }>(union(pipelines)).toArray()
      return pages.map((_, list) => found.filter((record) => record.list === list).map(viewOf))
    },
    async counts(filters) {
      const pipelines = filters.map((filter, list) => [
        { $match: matchOf({ ...filter, after: null }) },
        { $group: { _id: list, count: { $sum: 1 } } },
      ])
      const found = await screenings.aggregate<{ _id: number; count: number }>(union(pipelines)).toArray()
      return filters.map((_, list) => found.find((group) => group._id === list)?.count ?? 0)
    },
  }
}

/** Each list by its own index range: no list is read further than its page. */
function union([first, ...others]: mongo.Document[][]): mongo.Document[] {
  return [...(first ?? []), ...others.map((pipeline) => ({ $unionWith: { coll: 'screenings', pipeline } }))]
}

function matchOf({ movieId, from, to, after }: Omit<ScreeningPage, 'first'>): mongo.Document {
  const [startsAt, id] = after ?? []
  const conditions: mongo.Document[] = [
    ...(movieId === null ? [] : [{ movieId }]),
    ...(from ? [{ startsAt: { $gte: from } }] : []),
    ...(to ? [{ startsAt: { $lt: to } }] : []),
    ...(after ? [{ $or: [{ startsAt: { $gt: startsAt } }, { startsAt, _id: { $gt: id } }] }] : []),
  ]
  return conditions.length > 0 ? { $and: conditions } : {}
}

function fieldsOf(withSeats: boolean): Record<string, 1> {
  return withSeats ? { ...FIELDS, holds: 1 } : FIELDS
}

function viewOf(record: Found): ScreeningView {
  const { cancelledAt, version, fullSince, seatCount, takenCount, holds } = record
  return {
    terms: termsOf(record) satisfies ScreeningTerms,
    cancelledAt, version, fullSince, seatCount, takenCount,
    holds: holds ? new Map(Object.entries(holds)) : null,
  }
}
