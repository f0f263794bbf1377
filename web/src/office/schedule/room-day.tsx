import { useFormatter, useTranslations } from 'use-intl'
import { useAsk } from '../../data/use-ask.js'
import { useDates } from '../../i18n/use-dates.js'
import { asDay, startOf } from '../../programme/days.js'
import { startOfDraft } from './draft.js'
import type { Draft } from './draft.js'
import { runningIn } from './questions.js'
import styles from './schedule-page.module.css'

const MINUTE_MS = 60_000

interface Show {
  readonly key: string
  readonly title: string
  readonly from: number
  readonly to: number
  readonly isOwn: boolean
}

/** What else runs in the room on that day, and whether this would be at the same time. */
export function RoomDay({ draft }: { readonly draft: Draft }) {
  const t = useTranslations('officeSchedule')
  const dates = useDates()
  const format = useFormatter()
  const day = asDay(draft.day)
  const { data: running } = useAsk(runningIn(draft.room?.id ?? '', day ?? ''), { when: draft.room !== null && day !== null })
  const others = (running ?? []).map(({ id, movie, startsAt }): Show => showOf(id, movie, new Date(startsAt), false))
  const start = startOfDraft(draft)
  const own = start === null || draft.film === null ? null : showOf('own', draft.film, start, true)
  const overlapping = own === null ? [] : others.filter(({ from, to }) => from < own.to && own.from < to)
  const shows = own === null ? others : [...others, own].toSorted((a, b) => a.from - b.from)
  return (
    <aside className={styles.day} aria-label={t('here')}>
      <h2>{t('here')}</h2>
      {draft.room === null || day === null ? (
        <p className={styles.hint}>{t('wait')}</p>
      ) : (
        <>
          <p>{draft.room.name}, {dates.nearDay(startOf(day))}</p>
          {running?.length === 0 && <p className={styles.hint}>{t('nothingHere')}</p>}
          <ol>
            {shows.map(({ key, title, from, to, isOwn }) => (
              <li key={key} data-own={isOwn || undefined}>
                <span>{t('span', { from: dates.time(new Date(from)), to: dates.time(new Date(to)) })}</span>
                <b>{title}{isOwn && <i> · {t('yours')}</i>}</b>
              </li>
            ))}
          </ol>
          <p role="status" className={styles.warning}>
            {overlapping.length > 0 && t('overlaps', { count: overlapping.length, films: format.list(overlapping.map(({ title }) => title)) })}
          </p>
        </>
      )}
    </aside>
  )
}

function showOf(key: string, { title, runtimeMinutes }: { readonly title: string; readonly runtimeMinutes: number }, start: Date, isOwn: boolean): Show {
  return { key, title, from: start.getTime(), to: start.getTime() + runtimeMinutes * MINUTE_MS, isOwn }
}
