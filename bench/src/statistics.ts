/** The middle one; of an even count the lower of the two in the middle. NaN where there is none. */
export function median(values: readonly number[]): number {
  return percentile(values, 50)
}

/** Nearest rank: the smallest value that at least `percent` of all are not above. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? NaN
}
