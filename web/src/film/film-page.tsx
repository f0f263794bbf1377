import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { useAsk } from '../data/use-ask.js'
import { useDates } from '../i18n/use-dates.js'
import { NotFoundPage } from '../layout/not-found-page.js'
import { Page } from '../layout/page.js'
import { Poster } from '../poster/poster.js'
import { startOf } from '../programme/days.js'
import { FilmFacts } from '../programme/film-facts.js'
import { film, timesOf } from '../programme/questions.js'
import { Showtime } from '../programme/showtime.js'
import { byDay } from '../programme/timetable.js'
import { FaultNotice } from '../ui/fault-notice.js'
import { Icon } from '../ui/icon.js'
import { FilmLoading } from './film-loading.js'
import styles from './film-page.module.css'

export function FilmPage({ id }: { readonly id: string }) {
  const t = useTranslations('film')
  const { data: movie, error, refetch } = useAsk(film(id))
  if (movie === null) return <NotFoundPage />
  if (movie === undefined) return error === null ? <FilmLoading /> : <FaultNotice error={error} onRetry={() => void refetch()} />
  return (
    <Page title={movie.title} large className={styles.film}>
      <Link to="/" className={styles.back}><Icon name="back" size={18} />{t('back')}</Link>
      <Poster title={movie.title} genres={movie.genres} className={styles.poster} />
      <div className={styles.facts}><FilmFacts movie={movie} /></div>
      <p className={styles.synopsis}>{movie.synopsis}</p>
      <Times movieId={id} />
    </Page>
  )
}

function Times({ movieId }: { readonly movieId: string }) {
  const t = useTranslations('film')
  const dates = useDates()
  const { data, error, refetch } = useAsk(timesOf(movieId), { everyMs: 20_000 })
  if (data === undefined && error !== null) return <FaultNotice error={error} onRetry={() => void refetch()} />
  return (
    <section className={styles.times} aria-busy={data === undefined} aria-labelledby="times">
      <h2 id="times">{t('times')}</h2>
      {data?.length === 0 && <p className={styles.none}>{t('noneText')}</p>}
      {byDay(data ?? []).map(([day, showings]) => (
        <section key={day} className={styles.day}>
          <h3>{dates.nearDay(startOf(day))}</h3>
          <div className={styles.showings}>{showings.map((showing) => <Showtime key={showing.id} showing={showing} />)}</div>
        </section>
      ))}
    </section>
  )
}
