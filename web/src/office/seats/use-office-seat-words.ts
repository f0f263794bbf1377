import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { SeatState } from '../../seat-map/seat-state.js'
import type { SeatStore } from '../../seat-map/seat-store.js'
import { useSeatWords } from '../../seat-map/use-seat-words.js'
import type { SeatWords } from '../../seat-map/use-seat-words.js'

/** Seats as the office speaks of them: nothing here is mine, and what is blocked has a name. */
export function useOfficeSeatWords(store: SeatStore): SeatWords {
  const words = useSeatWords()
  const seat = useTranslations('seatMap')
  const t = useTranslations('officeSeats.states')
  return useMemo(() => {
    const state = (of: SeatState): string => (of === 'held' ? t('locked') : of === 'booked' ? t('sold') : t(of))
    return {
      ...words,
      state,
      name(of, is) {
        const said = is === 'chosen' ? t(store.isFree(of.id) ? 'chosenFree' : 'chosenBlocked') : state(is)
        return seat('seat', { row: of.row, number: String(of.number), kind: words.kind(of.kind), price: words.price(of), state: said })
      },
    }
  }, [words, seat, t, store])
}
