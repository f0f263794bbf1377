import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { useAsk } from '../data/use-ask.js'
import { ButtonLink } from '../ui/button.js'
import { FaultNotice } from '../ui/fault-notice.js'
import { Notice } from '../ui/notice.js'
import { useDates } from '../i18n/use-dates.js'
import { startOf } from './days.js'
import { FilmLine } from './film-line.js'
import styles from './found-films.module.css'
import { LinesLoading } from './lines-loading.js'
import { filmsLike } from './questions.js'
import type { FoundMovie } from './questions.js'
import { Showtime } from './showtime.js'
import { byDay } from './timetable.js'

export function FoundFilms({ text }: { readonly text: string }) {
  const t = useTranslations('programme.search')
  const { data, error, refetch } = useAsk(filmsLike(text), { keepPrevious: true })
  const found = data === undefined ? '' : t('found', { count: data.totalCount })
  return (
    <div>
      <p role="status" className={styles.found}>{found}</p>
      {data === undefined ? (
        error === null ? <LinesLoading /> : <FaultNotice error={error} onRetry={() => void refetch()} />
      ) : data.nodes.length === 0 ? (
        <Notice title={t('none', { text })} actions={<ButtonLink to="/">{t('all')}</ButtonLink>}><p>{t('noneText')}</p></Notice>
      ) : (
        <ul>{data.nodes.map((movie) => <FilmLine key={movie.id} movie={movie}><Times movie={movie} /></FilmLine>)}</ul>
      )}
    </div>
  )
}

function Times({ movie: { id, screenings } }: { readonly movie: FoundMovie }) {
  const t = useTranslations('programme.search')
  const dates = useDates()
  if (screenings.nodes.length === 0) return <p className={styles.none}>{t('noTimes')}</p>
  return (
    <>
      {byDay(screenings.nodes).map(([day, showings]) => (
        <section key={day} className={styles.day}>
          <h3>{dates.nearDay(startOf(day))}</h3>
          {showings.map((showing) => <Showtime key={showing.id} showing={showing} />)}
        </section>
      ))}
      {screenings.totalCount > screenings.nodes.length && <Link to={`/films/${id}`} className={styles.more}>{t('more')}</Link>}
    </>
  )
}
