const units = [
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
  { unit: 'second', ms: 1_000 },
] as const

export interface UnitCount {
  readonly unit: (typeof units)[number]['unit']
  readonly count: number
}

/** A length of time as people say it: its two largest units, as 3 minutes 2 seconds; what is left below is dropped. */
export function largestUnits(ms: number): readonly UnitCount[] {
  const whole = Math.max(0, Math.floor(ms / 1_000)) * 1_000
  const first = units.findIndex((each) => whole >= each.ms)
  if (first === -1) return [{ unit: 'second', count: 0 }]
  let left = whole
  return units
    .slice(first, first + 2)
    .map(({ unit, ms: size }) => {
      const count = Math.floor(left / size)
      left -= count * size
      return { unit, count }
    })
    .filter(({ count }) => count > 0)
}
