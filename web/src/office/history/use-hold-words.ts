import { useMemo } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { largestUnits } from './largest-units.js'
import type { Hold } from './questions.js'

export interface HoldWords {
  readonly headline: (hold: Hold) => string
  /** What happened, oldest first. */
  readonly steps: (hold: Hold) => readonly { readonly at: string; readonly text: string }[]
  /** How long it was held; while it is, nothing. */
  readonly length: (hold: Hold) => string
  /** To the second, with the date: it is for looking back. */
  readonly time: (at: string) => string
}

export function useHoldWords(): HoldWords {
  const t = useTranslations('officeHistory.entry')
  const format = useFormatter()
  return useMemo(
    () => ({
      headline({ status, reservedAt, order: { user: { name } } }) {
        if (status === 'LOCKED') return t('holds', { name })
        if (status === 'RESERVED') return t('has', { name })
        return t(reservedAt === null ? 'held' : 'had', { name })
      },
      steps: ({ from, reservedAt, to, ending }) => [
        { at: from, text: t('locked') },
        ...(reservedAt === null ? [] : [{ at: reservedAt, text: t('reserved') }]),
        ...(to === null ? [] : [{ at: to, text: t(`endings.${ending ?? 'LOST'}`) }]),
      ],
      length({ from, to }) {
        if (to === null) return t('still')
        const lasted = Date.parse(to) - Date.parse(from)
        if (lasted < 1_000) return t('brief')
        const parts = largestUnits(lasted).map(({ unit, count }) => format.number(count, { style: 'unit', unit, unitDisplay: 'long' }))
        return t('for', { time: format.list(parts, { type: 'unit' }) })
      },
      time: (at) => format.dateTime(new Date(at), { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit' }),
    }),
    [t, format],
  )
}
