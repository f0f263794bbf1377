import type { ScreeningWithSales } from './overview-questions.js'

export const sortKeys = ['start', 'full', 'held', 'expiries', 'revenue'] as const
export type SortKey = (typeof sortKeys)[number]

export function isSortKey(name: string | null): name is SortKey {
  return sortKeys.some((key) => key === name)
}

/** By start the earliest first, by everything else the most first; what is equal stays by start. */
export function sorted(screenings: readonly ScreeningWithSales[], by: SortKey): readonly ScreeningWithSales[] {
  const byStart = screenings.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))
  return by === 'start' ? byStart : byStart.toSorted((a, b) => amounts[by](b) - amounts[by](a))
}

export function soldShare({ ticketCount, sales }: Pick<ScreeningWithSales, 'ticketCount' | 'sales'>): number {
  return ticketCount === 0 ? 0 : (sales?.reservedSeats ?? 0) / ticketCount
}

const amounts: Readonly<Record<Exclude<SortKey, 'start'>, (screening: ScreeningWithSales) => number>> = {
  full: soldShare,
  held: ({ sales }) => sales?.lockedSeats ?? 0,
  expiries: ({ sales }) => sales?.expiries ?? 0,
  revenue: ({ sales }) => sales?.revenue.amount ?? 0,
}
