import { useId, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useAsk } from '../../data/use-ask.js'
import { Poster } from '../../poster/poster.js'
import { FilmFacts } from '../../programme/film-facts.js'
import { Field } from '../../ui/field.js'
import type { Film } from './draft.js'
import styles from './film-choice.module.css'
import { filmsCalled } from './questions.js'

/** A line to write in with what is found below it: arrows move in the list while the focus stays in the line. */
export function FilmSearch({ fault, isFocused, onChoose, onNew }: {
  readonly fault: string | undefined
  /** Whether the focus comes here, where it was on what this stands in the place of. */
  readonly isFocused: boolean
  readonly onChoose: (film: Film) => void
  readonly onNew: (title: string) => void
}) {
  const t = useTranslations('officeSchedule.film')
  const listId = useId()
  const [text, setText] = useState('')
  const [isOpen, setIsOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const { data, isPlaceholderData } = useAsk(filmsCalled(text.trim()), { when: isOpen, keepPrevious: true })
  // What was found before stays as far as it fits, so that nothing moves away under a pointer when the answer comes.
  const films = (data?.films ?? []).filter(({ title }) => !isPlaceholderData || title.toLowerCase().includes(text.trim().toLowerCase()))
  const last = films.length
  const optionId = (index: number) => `${listId}-${index}`

  function take(index: number): void {
    const film = films[index]
    if (film === undefined) onNew(text.trim())
    else onChoose(film)
  }

  function press(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      if (isOpen) setAt((now) => (now < 0 && step < 0 ? last : (now + step + last + 1) % (last + 1)))
      setIsOpen(true)
    }
    if (event.key === 'Enter' && isOpen && !isPlaceholderData) {
      event.preventDefault()
      take(at >= 0 ? at : 0)
    }
    if (event.key === 'Escape') setIsOpen(false)
  }

  return (
    <div className={styles.search} onBlur={({ currentTarget, relatedTarget }) => {
      if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setIsOpen(false)
    }}>
      <Field
        label={t('title')} name="film" type="text" role="combobox" autoComplete="off" autoFocus={isFocused} placeholder={t('placeholder')} fault={fault} value={text}
        aria-expanded={isOpen} aria-controls={listId} aria-autocomplete="list" aria-activedescendant={isOpen && at >= 0 ? optionId(at) : undefined}
        onClick={() => setIsOpen(true)} onKeyDown={press}
        onChange={({ target }) => {
          setText(target.value)
          setAt(-1)
          setIsOpen(true)
        }}
      />
      <p role="status" className="visually-hidden">{isOpen && data !== undefined ? t('found', { count: data.count }) : ''}</p>
      <div id={listId} role="listbox" aria-label={t('search')} hidden={!isOpen} className={styles.list}>
        {films.map((film, index) => (
          <Option key={film.id} id={optionId(index)} isAt={index === at} onTake={() => take(index)}>
            <Poster title={film.title} genres={film.genres} className={styles.small} />
            <div><b>{film.title}</b><FilmFacts movie={film} /></div>
          </Option>
        ))}
        <Option id={optionId(last)} isAt={at === last} onTake={() => take(last)}>
          <div>{text.trim() === '' ? t('add') : t('addCalled', { title: text.trim() })}</div>
        </Option>
      </div>
    </div>
  )
}

/** Keys are heard by the line, which keeps the focus. */
function Option({ id, isAt, onTake, children }: { readonly id: string; readonly isAt: boolean; readonly onTake: () => void; readonly children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- see above
    <div id={id} role="option" tabIndex={-1} aria-selected={isAt} className={styles.option} onPointerDown={(event) => event.preventDefault()} onClick={onTake}>
      {children}
    </div>
  )
}
