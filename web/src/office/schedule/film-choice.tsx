import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Poster } from '../../poster/poster.js'
import { FilmFacts } from '../../programme/film-facts.js'
import { Button } from '../../ui/button.js'
import type { Film } from './draft.js'
import { FilmSearch } from './film-search.js'
import styles from './film-choice.module.css'
import { NewFilm } from './new-film.js'

/** A film that is known, or a new one. */
export function FilmChoice({ film, fault, onChoose }: { readonly film: Film | null; readonly fault: string | undefined; readonly onChoose: (film: Film | null) => void }) {
  const t = useTranslations('officeSchedule.film')
  const [newTitle, setNewTitle] = useState<string | null>(null)
  const [isChanged, setIsChanged] = useState(false)

  function choose(chosen: Film): void {
    setNewTitle(null)
    onChoose(chosen)
  }

  if (film !== null) {
    return (
      <section className={styles.chosen} aria-label={t('title')}>
        <Poster title={film.title} genres={film.genres} className={styles.poster} />
        <div className={styles.facts}>
          <p role="status" className="visually-hidden">{t('chosen', { title: film.title })}</p>
          <h2>{film.title}</h2>
          <FilmFacts movie={film} />
        </div>
        <Button autoFocus onClick={() => {
          setIsChanged(true)
          onChoose(null)
        }}>{t('change')}</Button>
      </section>
    )
  }
  if (newTitle !== null) return <NewFilm title={newTitle} onAdded={choose} onBack={() => setNewTitle(null)} />
  return <FilmSearch fault={fault} isFocused={isChanged} onChoose={choose} onNew={setNewTitle} />
}
