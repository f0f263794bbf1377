import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { usePrefetch } from '../data/use-ask.js'
import { useDates } from '../i18n/use-dates.js'
import styles from './day-strip.module.css'
import { daysFrom, startOf } from './days.js'
import type { Day } from './days.js'
import { programmeOf } from './questions.js'

const DAYS = 15
const SPACE = 4

/** Today and the two weeks after it, as links; a day beyond them, from a deep link, stands at the end. */
export function DayStrip({ chosen, today }: { readonly chosen: Day | null; readonly today: Day }) {
  const t = useTranslations('programme')
  const dates = useDates()
  const prefetch = usePrefetch()
  const strip = useRef<HTMLUListElement>(null)
  const days = daysFrom(today, DAYS)
  const shown = chosen === null || days.includes(chosen) ? days : [...days, chosen].toSorted()

  useEffect(() => {
    const list = strip.current
    const here = list?.querySelector(`[data-day='${chosen}']`)
    // The day before is seen too, so that one knows that there is one.
    const before = here?.previousElementSibling ?? here
    if (list && before) list.scrollLeft += before.getBoundingClientRect().left - list.getBoundingClientRect().left - SPACE
  }, [chosen])

  return (
    <nav aria-label={t('days')}>
      <ul ref={strip} className={styles.strip}>
        {shown.map((day, index) => {
          const date = startOf(day)
          const ahead = () => prefetch(programmeOf(day))
          const isMonthShown = index === 0 || date.getDate() === 1
          return (
            <li key={day} data-day={day}>
              <Link to={pathOf(day, today)} className={styles.day} aria-current={day === chosen ? 'date' : undefined} onPointerEnter={ahead} onFocus={ahead}>
                <span className={styles.weekday}>{day === today ? dates.nearDay(date) : dates.weekday(date)}</span>{' '}
                <span className={styles.number}>{date.getDate()}</span>{' '}
                <span className={isMonthShown ? styles.month : 'visually-hidden'}>{dates.month(date)}</span>
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

/** Today's address never grows old. */
export function pathOf(day: Day, today: Day): string {
  return day === today ? '/' : `/?date=${day}`
}
