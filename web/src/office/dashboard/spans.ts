/** How far back the charts look, and in which steps. */
const shapes = {
  hour: { steps: 60, stepSeconds: 60 },
  halfDay: { steps: 72, stepSeconds: 600 },
  threeDays: { steps: 72, stepSeconds: 3_600 },
  month: { steps: 30, stepSeconds: 86_400 },
} as const

export type SpanName = keyof typeof shapes
export const spanNames: readonly SpanName[] = ['hour', 'halfDay', 'threeDays', 'month']

export interface Span {
  readonly from: Date
  /** The end of the step in which now is. */
  readonly to: Date
  readonly stepSeconds: number
}

/** Ends with the step that is going on. Steps begin where clocks have round figures, days at midnight: those of `zoneMinutes` behind UTC. */
export function spanAt(name: SpanName, now: number, zoneMinutes: number = new Date(now).getTimezoneOffset()): Span {
  const { steps, stepSeconds } = shapes[name]
  const stepMs = stepSeconds * 1_000
  const behindMs = zoneMinutes * 60_000
  const to = (Math.floor((now - behindMs) / stepMs) + 1) * stepMs + behindMs
  return { from: new Date(to - steps * stepMs), to: new Date(to), stepSeconds }
}

export function isSpanName(name: string | null): name is SpanName {
  return name !== null && name in shapes
}
