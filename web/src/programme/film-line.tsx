import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { Poster } from '../poster/poster.js'
import { FilmFacts } from './film-facts.js'
import styles from './film-line.module.css'
import type { Movie } from './questions.js'
import { useOpenFilm } from './use-open-film.js'

/** A film in the timetable: its poster, what it is, and when. */
export function FilmLine({ movie, children }: { readonly movie: Movie; readonly children: ReactNode }) {
  const t = useTranslations('programme')
  const path = `/films/${movie.id}`
  const open = useOpenFilm(movie)
  return (
    <li className={styles.line}>
      <Link to={path} transition onClick={open} className={styles.poster} tabIndex={-1} aria-hidden="true"><Poster title={movie.title} genres={movie.genres} /></Link>
      <div className={styles.film}>
        <h2><Link to={path} transition onClick={open}>{movie.title}</Link></h2>
        <FilmFacts movie={movie} />
        <p className={styles.synopsis}>{movie.synopsis}</p>
      </div>
      <div className={styles.times} role="group" aria-label={t('times', { title: movie.title })}>{children}</div>
    </li>
  )
}
