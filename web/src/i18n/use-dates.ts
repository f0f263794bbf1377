import { useMemo } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { dayAfter, dayOf } from '../programme/days.js'

export interface Dates {
  /** 20:15 */
  readonly time: (date: Date) => string
  /** Tuesday, 24 November; with the year where it isn't this one */
  readonly day: (date: Date) => string
  /** Today, Tomorrow, or Tuesday, 24 November */
  readonly nearDay: (date: Date) => string
  /** Tue */
  readonly weekday: (date: Date) => string
  /** Nov */
  readonly month: (date: Date) => string
  /** Today at 20:15, or Tuesday, 24 November at 20:15: for sentences, with the date where it isn't today. */
  readonly moment: (date: Date) => string
}

/** Times as people say them. */
export function useDates(): Dates {
  const format = useFormatter()
  const t = useTranslations('dates')
  return useMemo(() => {
    const time = (date: Date) => format.dateTime(date, { hour: '2-digit', minute: '2-digit' })
    const day = (date: Date) => {
      const isOfOtherYear = date.getFullYear() !== new Date().getFullYear()
      return format.dateTime(date, { weekday: 'long', day: 'numeric', month: 'long', ...(isOfOtherYear && { year: 'numeric' }) })
    }
    const nearDay = (date: Date) => {
      const today = dayOf(new Date())
      if (dayOf(date) === today) return t('today')
      return dayOf(date) === dayAfter(today) ? t('tomorrow') : day(date)
    }
    return {
      time,
      day,
      nearDay,
      weekday: (date) => format.dateTime(date, { weekday: 'short' }),
      month: (date) => format.dateTime(date, { month: 'short' }),
      moment: (date) => t('moment', { day: nearDay(date), time: time(date) }),
    }
  }, [format, t])
}
