import { useMemo } from 'react'
import { useFormatter } from 'use-intl'
import type { Step } from './chart/series.js'
import type { SpanName } from './spans.js'

export interface StepWords {
  /** At the axis. */
  readonly tick: (time: Date) => string
  /** A step, from when to when. */
  readonly moment: (step: Step) => string
}

/** When something was, as exactly as the span has it. */
export function useStepWords(span: SpanName): StepWords {
  const format = useFormatter()
  return useMemo(() => {
    const time = (date: Date) => format.dateTime(date, { hour: '2-digit', minute: '2-digit' })
    const day = (date: Date) => format.dateTime(date, { day: 'numeric', month: 'short' })
    const weekday = (date: Date) => format.dateTime(date, { weekday: 'short' })
    const range = ({ from, to }: Step) => `${time(from)}–${time(to)}`
    const isMidnight = (date: Date) => date.getHours() === 0 && date.getMinutes() === 0
    const words: Readonly<Record<SpanName, StepWords>> = {
      hour: { tick: time, moment: ({ from }) => time(from) },
      halfDay: { tick: time, moment: range },
      threeDays: { tick: (date) => (isMidnight(date) ? weekday(date) : time(date)), moment: (step) => `${weekday(step.from)} ${range(step)}` },
      month: { tick: day, moment: ({ from }) => `${weekday(from)} ${day(from)}` },
    }
    return words[span]
  }, [format, span])
}
