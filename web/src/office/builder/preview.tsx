import type { LiveSeatMap, LiveTicket } from '@mov-ticket/sdk'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Legend } from '../../seat-map/legend.js'
import { SeatMap } from '../../seat-map/seat-map.js'
import { createSeatStore } from '../../seat-map/seat-store.js'
import { useSeatWords } from '../../seat-map/use-seat-words.js'
import type { SeatWords } from '../../seat-map/use-seat-words.js'
import styles from './builder-page.module.css'
import type { BuiltSeat } from './naming.js'

const MOST = 10
const price = { amount: 0, currency: 'EUR' } as const

/** The very map that visitors will see, with every seat free. */
export function Preview({ seats }: { readonly seats: readonly BuiltSeat[] }) {
  const t = useTranslations('officeBuilder')
  const words = useWordsWithoutPrices()
  const store = useMemo(() => {
    const made = createSeatStore()
    made.heard(allFree(seats))
    return made
  }, [seats])
  const { plan } = store.get()
  if (plan === null) return <p className={styles.hint}>{t('faults.noSeats')}</p>
  return (
    <div className={styles.preview}>
      <p className={styles.hint}>{t('previewHint')}</p>
      <SeatMap plan={plan} store={store} words={words} onToggle={(id) => store.toggle(id, MOST)} />
      <Legend plan={plan} words={words} />
    </div>
  )
}

/** Prices are a screening's. */
function useWordsWithoutPrices(): SeatWords {
  const words = useSeatWords()
  return useMemo(() => ({ ...words, price: () => '', name: (seat, state) => [words.place(seat), words.kind(seat.kind), words.state(state)].join(', ') }), [words])
}

function allFree(seats: readonly BuiltSeat[]): LiveSeatMap {
  const tickets = seats.map((seat): LiveTicket => {
    const label = `${seat.row}-${seat.number}`
    return { id: label, status: 'AVAILABLE', version: 1, lockedUntil: null, price, seat: { ...seat, label } }
  })
  const state = { version: 1, screening: null, tickets: new Map(tickets.map((ticket) => [ticket.id, ticket])), changed: tickets }
  return { status: 'live', since: 0, error: null, state }
}
