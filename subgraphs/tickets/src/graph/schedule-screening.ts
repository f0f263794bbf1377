import { badUserInput, notFound, parseInput, requireAdmin } from '@mov-ticket/service-kit'
import { z } from 'zod'
import type { Resolvers } from '../generated/resolvers.js'
import { kindsOf, SEAT_KINDS, type SeatKind } from '../screening/seating-plan.js'
import type { PlannedAuditorium } from '../store/auditoriums.js'
import type { OpenScreening } from '../open-screening.js'

const currencies = new Set(Intl.supportedValuesOf('currency'))
/** 50 tickets of this price are still a GraphQL Int. */
const HIGHEST_PRICE = 40_000_000

const oneTo = (most: number, preset: number) => {
  const message = `must be 1 to ${most.toLocaleString('en')}`
  return z.int().min(1, message).max(most, message).nullish().transform((value) => value ?? preset)
}

const newScreening = z.object({
  input: z.object({
    movieId: z.string(),
    auditoriumId: z.string(),
    startsAt: z.date(),
    currency: z.string().refine((code) => currencies.has(code), 'must be an ISO 4217 code such as EUR'),
    prices: z
      .array(z.object({
        kind: z.enum(SEAT_KINDS),
        amount: z.int().min(0, 'must be 0 or more').max(HIGHEST_PRICE, `must be at most ${HIGHEST_PRICE}`),
      }))
      .refine((prices) => new Set(prices.map(({ kind }) => kind)).size === prices.length, 'must have one price for each kind'),
    lockSeconds: oneTo(3_600, 180),
    maxTicketsPerOrder: oneTo(50, 10),
    avoidSingleSeats: z.boolean().nullish().transform((avoid) => avoid ?? false),
  }),
})

export function scheduleScreening(open: OpenScreening, newId: () => string) {
  return {
    Mutation: {
      async scheduleScreening(_parent, args, { caller, movies, auditoriums, now }) {
        requireAdmin(caller)
        const { input } = parseInput(newScreening, args)
        if (input.startsAt <= now) throw badUserInput('A screening starts in the future.', { 'input.startsAt': 'must be in the future' })
        const [movie, auditorium] = await Promise.all([movies.load(input.movieId), auditoriums.load(input.auditoriumId)])
        if (!movie) throw notFound('movie')
        if (!auditorium) throw notFound('auditorium')
        const prices = pricesOf(auditorium, input.prices)
        return open({ ...input, id: newId(), prices }, auditorium.plan)
      },
    },
  } satisfies Resolvers
}

function pricesOf({ seats }: PlannedAuditorium, given: { kind: SeatKind; amount: number }[]): Partial<Record<SeatKind, number>> {
  const prices: Partial<Record<SeatKind, number>> = Object.fromEntries(given.map(({ kind, amount }) => [kind, amount]))
  const missing = kindsOf(seats).filter((kind) => prices[kind] === undefined)
  if (missing.length === 0) return prices
  throw badUserInput('Every kind of seat in the auditorium needs a price.', { 'input.prices': `must have a price for ${missing.join(', ')}` })
}
