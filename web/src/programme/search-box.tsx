import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '../ui/icon.js'
import styles from './search-box.module.css'

const PAUSE_MS = 200

/** What is written is searched for after a short pause, at once with Enter; Escape clears it. */
export function SearchBox({ text, onSearch }: { readonly text: string; readonly onSearch: (text: string) => void }) {
  const t = useTranslations('programme.search')
  const [written, setWritten] = useState(text)
  const input = useRef<HTMLInputElement>(null)
  const [before, setBefore] = useState(text)
  if (text !== before) {
    // Back, forward, or a link: the address says what is searched for.
    setBefore(text)
    if (text !== written.trim()) setWritten(text)
  }
  useEffect(() => {
    if (written.trim() === text) return undefined
    const timer = setTimeout(() => onSearch(written.trim()), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [written, text, onSearch])

  return (
    <form role="search" className={styles.box} onSubmit={(event) => {
      event.preventDefault()
      onSearch(written.trim())
    }}>
      <Icon name="search" size={20} />
      <input ref={input} type="search" enterKeyHint="search" aria-label={t('label')} placeholder={t('placeholder')} value={written} maxLength={100}
        onChange={({ target }) => setWritten(target.value)}
        onKeyDown={({ key }) => key === 'Escape' && setWritten('')} />
      {written !== '' && (
        <button type="button" aria-label={t('clear')} onClick={() => {
          setWritten('')
          input.current?.focus()
        }}><Icon name="close" size={18} /></button>
      )}
    </form>
  )
}
