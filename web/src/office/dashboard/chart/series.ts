/** Told apart without colour: filled, hatched, or an outline alone. */
export type Look = 'solid' | 'hatched' | 'outlined'

/** One value for each step, whole numbers from 0. */
export interface Series {
  readonly name: string
  readonly look: Look
  readonly values: readonly number[]
}

export interface Step {
  readonly from: Date
  readonly to: Date
}

/** `area`: how something stood at the end of each step, one upon the other. How often something was: `bars` side by side, or a `stack` of parts. */
export type ChartKind = 'area' | 'bars' | 'stack'

/** From where to where each series goes at each step, the first at the bottom. */
export function stacked(series: readonly Series[]): readonly (readonly (readonly [number, number])[])[] {
  const tops: number[] = []
  return series.map(({ values }) =>
    values.map((value, step) => {
      const bottom = tops[step] ?? 0
      tops[step] = bottom + value
      return [bottom, bottom + value] as const
    }),
  )
}

/** The greatest value that is drawn. */
export function greatest(kind: ChartKind, series: readonly Series[]): number {
  const drawn = kind === 'bars' ? series.flatMap(({ values }) => values) : (stacked(series).at(-1) ?? []).map(([, top]) => top)
  return drawn.reduce((most, value) => Math.max(most, value), 0)
}

/** What there is to say of a series without pointing at a step: how it stands, or how often it was. */
export function inShort(kind: ChartKind, { values }: Series): number {
  return kind === 'area' ? (values.at(-1) ?? 0) : values.reduce((sum, value) => sum + value, 0)
}
