import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { MouseEvent } from 'react'
import { film } from './questions.js'
import type { Movie } from './questions.js'

/** Before a link leads to a film: what is known of it is there at once, and its poster grows out of the line. */
export function useOpenFilm({ id, title, synopsis, runtimeMinutes, rating, genres }: Movie): (event: MouseEvent<HTMLElement>) => void {
  const answers = useQueryClient()
  return useCallback(
    ({ currentTarget }) => {
      answers.setQueryData(film(id).key, { id, title, synopsis, runtimeMinutes, rating, genres })
      const poster = currentTarget.closest('li')?.querySelector('svg')
      poster?.style.setProperty('view-transition-name', 'poster')
    },
    [answers, id, title, synopsis, runtimeMinutes, rating, genres],
  )
}
