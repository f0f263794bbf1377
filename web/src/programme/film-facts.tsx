import { useTranslations } from 'use-intl'
import { useGenres } from '../i18n/use-genres.js'
import styles from './film-facts.module.css'
import type { Movie } from './questions.js'

/** Runtime, genres and rating, in a line. */
export function FilmFacts({ movie: { runtimeMinutes, genres, rating } }: { readonly movie: Pick<Movie, 'runtimeMinutes' | 'genres' | 'rating'> }) {
  const t = useTranslations('programme')
  const sayGenres = useGenres()
  return (
    <p className={styles.facts}>
      <span>{t('minutes', { minutes: runtimeMinutes })}</span>
      {genres.length > 0 && <span>{sayGenres(genres)}</span>}
      {rating !== null && <span className={styles.rating}><b>{rating}</b></span>}
    </p>
  )
}
