import { useTranslations } from 'use-intl'
import { useAsk } from '../data/use-ask.js'
import { useDates } from '../i18n/use-dates.js'
import { ButtonLink } from '../ui/button.js'
import { FaultNotice } from '../ui/fault-notice.js'
import { Notice } from '../ui/notice.js'
import styles from './day-programme.module.css'
import { pathOf } from './day-strip.js'
import { dayOf } from './days.js'
import type { Day } from './days.js'
import { FilmLine } from './film-line.js'
import { LinesLoading } from './lines-loading.js'
import { firstAfter, programmeOf } from './questions.js'
import { Showtime } from './showtime.js'
import { linesOf } from './timetable.js'

/** How old the number of free seats may grow while somebody looks on. */
const RENEWED_MS = 20_000

export function DayProgramme({ day, today }: { readonly day: Day; readonly today: Day }) {
  const t = useTranslations('programme')
  const dates = useDates()
  const { data, error, refetch, dataUpdatedAt } = useAsk(programmeOf(day), { everyMs: RENEWED_MS })
  if (data === undefined) return error === null ? <LinesLoading /> : <FaultNotice error={error} onRetry={() => void refetch()} />
  if (data.length === 0) return <Nothing day={day} today={today} />
  return (
    <div>
      <ul className={styles.lines} aria-label={t('films')}>
        {linesOf(data).map(({ movie, showings }) => (
          <FilmLine key={movie.id} movie={movie}>{showings.map((showing) => <Showtime key={showing.id} showing={showing} />)}</FilmLine>
        ))}
      </ul>
      <p className={styles.legend} role="status">
        {error === null ? t('legend') : t('stale', { time: dates.time(new Date(dataUpdatedAt)) })}
      </p>
    </div>
  )
}

function Nothing({ day, today }: { readonly day: Day; readonly today: Day }) {
  const t = useTranslations('programme.nothing')
  const dates = useDates()
  const { data: next } = useAsk(firstAfter(day))
  const nextDate = next == null ? null : new Date(next.startsAt)
  return (
    <Notice
      title={day === today ? t('over') : t('title')}
      actions={nextDate !== null && <ButtonLink to={pathOf(dayOf(nextDate), today)}>{t('next', { day: dates.nearDay(nextDate) })}</ButtonLink>}
    >
      <p>{day === today ? t('overText') : t('text')}</p>
    </Notice>
  )
}
