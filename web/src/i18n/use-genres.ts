import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import english from './en/genres.js'

type Known = keyof typeof english

const known = new Map(Object.entries(english).map(([name, word]) => [word.toLowerCase(), name]))
const isKnown = (name: string | undefined): name is Known => name !== undefined && name in english

/** A film's genres in the reader's language. The graph has them as free text: what is not known is said as it is. */
export function useGenres(): (genres: readonly string[]) => string {
  const t = useTranslations('genres')
  return useCallback(
    (genres) =>
      genres
        .map((genre) => {
          const name = known.get(genre.toLowerCase())
          return isKnown(name) ? t(name) : genre
        })
        .join(', '),
    [t],
  )
}
