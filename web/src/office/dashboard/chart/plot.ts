import { scaleLinear, scaleTime } from '@visx/scale'
import { greatest } from './series.js'
import type { ChartKind, Series, Step } from './series.js'

/** What there is to draw, and where. */
export interface Plot {
  readonly steps: readonly Step[]
  readonly series: readonly Series[]
  readonly x: ReturnType<typeof scaleTime<number>>
  readonly y: ReturnType<typeof scaleLinear<number>>
  readonly left: number
  readonly bottom: number
  /** Of the axes, where words are. */
  readonly values: readonly number[]
  readonly times: readonly Date[]
}

export interface PlotWish {
  readonly kind: ChartKind
  readonly steps: readonly Step[]
  readonly series: readonly Series[]
  /** How much there is at all, where that is known: then the axis ends there, in quarters. */
  readonly whole?: number | undefined
  /** Where no value is greater, the axis ends here. */
  readonly least?: number
  readonly value: (value: number) => string
  readonly width: number
}

export const HEIGHT = 176
export const ABOVE = 8
const BELOW = 24
const RIGHT = 2
const TICKS = 4
const QUARTERS = [0, 0.25, 0.5, 0.75, 1]
const TICK_EVERY = 84
/** Room at the edge that a tick's words take to one side. */
const HALF_TICK = 22
/** Of one figure in the axis' type, with some to spare. */
const FIGURE = 8.5
/** So that charts one below the other have the same time at the same place, where no word is longer. */
const LEAST_LEFT = 56

/** Null where there is nothing to draw, or no room yet. */
export function plotOf({ kind, steps, series, whole, least = 0, value, width }: PlotWish): Plot | null {
  const from = steps[0]?.from
  const to = steps.at(-1)?.to
  if (from === undefined || to === undefined || width === 0) return null
  const bottom = HEIGHT - BELOW
  const highest = greatest(kind, series)
  const isWithin = whole !== undefined && whole > 0 && highest <= whole
  const y = scaleLinear<number>({ domain: [0, isWithin ? whole : Math.max(least, highest)], range: [bottom, ABOVE], nice: isWithin ? false : TICKS })
  const values = isWithin ? [...new Set(QUARTERS.map((part) => Math.round(part * whole)))] : y.ticks(TICKS).filter(Number.isInteger)
  const left = Math.max(LEAST_LEFT, FIGURE * (1 + values.reduce((most, each) => Math.max(most, value(each).length), 0)))
  const x = scaleTime<number>({ domain: [from, to], range: [left, width - RIGHT] })
  const times = x.ticks(Math.max(2, Math.floor((width - left) / TICK_EVERY))).filter((time) => x(time) <= width - HALF_TICK)
  return { steps, series, x, y, left, bottom, values, times }
}
