import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { useSearchParams } from 'wouter'
import { useDates } from '../i18n/use-dates.js'
import { Page } from '../layout/page.js'
import { DayProgramme } from './day-programme.js'
import { DayStrip } from './day-strip.js'
import { asDay, startOf } from './days.js'
import { FoundFilms } from './found-films.js'
import styles from './programme-page.module.css'
import { SearchBox } from './search-box.js'
import { useToday } from './use-today.js'

/** `/` is today, `/?date=2031-05-04` another day, `/?q=kid` a search. */
export function ProgrammePage() {
  const t = useTranslations('programme')
  const dates = useDates()
  const [search, setSearch] = useSearchParams()
  const today = useToday()
  const day = asDay(search.get('date') ?? '') ?? today
  const date = startOf(day)
  const text = search.get('q')?.trim() ?? ''

  const onSearch = useCallback(
    (next: string) =>
      setSearch(
        (now) => {
          const then = new URLSearchParams(now)
          if (next === '') then.delete('q')
          else then.set('q', next)
          return then
        },
        // One step back leads out of the search, however many letters were written.
        { replace: text !== '' },
      ),
    [setSearch, text],
  )

  return (
    <Page
      title={text === '' ? t('titleOf', { day: dates.nearDay(date) }) : t('search.title', { text })}
      heading={text === '' ? <DayHeading date={date} /> : t('search.title', { text })}
      beside={<SearchBox text={text} onSearch={onSearch} />}
    >
      <div className={styles.days}><DayStrip chosen={text === '' ? day : null} today={today} /></div>
      {text === '' ? <DayProgramme key={day} day={day} today={today} /> : <FoundFilms text={text} />}
    </Page>
  )
}

function DayHeading({ date }: { readonly date: Date }) {
  const dates = useDates()
  const near = dates.nearDay(date)
  const day = dates.day(date)
  return near === day ? day : <>{near}<span className={styles.date}>{' '}{day}</span></>
}
