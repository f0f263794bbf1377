import type { Screening } from '@mov-ticket/sdk'
import { useRef } from 'react'
import { useTranslations } from 'use-intl'
import type { SeatStore } from '../seat-map/seat-store.js'
import { useSeats } from '../seat-map/use-seats.js'
import type { SeatWords } from '../seat-map/use-seat-words.js'
import { useKeptFocus } from '../ui/use-kept-focus.js'
import { ChooseTray } from './choose-tray.js'
import { EndedTray } from './ended-tray.js'
import { HoldTray } from './hold-tray.js'
import styles from './tray.module.css'
import type { Booking } from './use-booking.js'

export interface TrayProps {
  readonly screening: Screening
  readonly store: SeatStore
  readonly words: SeatWords
  readonly booking: Booking
}

/** At the right, or at the bottom of a phone: from the first seat to the ticket. */
export function Tray(props: TrayProps) {
  const t = useTranslations('screening')
  const element = useRef<HTMLElement>(null)
  const { order } = props.booking
  useKeptFocus(element, order === null ? 'choosing' : order.status)
  return <section ref={element} tabIndex={-1} aria-label={t('tray')} className={styles.tray}><Content {...props} /></section>
}

function Content({ screening, store, words, booking }: TrayProps) {
  const t = useTranslations('screening.closed')
  const saleStatus = useSeats(store, (now) => now.saleStatus) ?? screening.status
  const isSoldOut = useSeats(store, (now) => now.availableCount === 0 && now.chosen.length === 0 && now.remark === null)
  const { order } = booking
  if (order !== null && (order.status === 'LOCKED' || order.status === 'PENDING')) return <HoldTray order={order} words={words} booking={booking} />
  if (order !== null) return <EndedTray order={order} store={store} booking={booking} />
  if (saleStatus !== 'ON_SALE') return <Closed title={t(saleStatus === 'CANCELLED' ? 'cancelled' : 'over')} text={t(saleStatus === 'CANCELLED' ? 'cancelledText' : 'overText')} />
  if (isSoldOut) return <Closed title={t('soldOut')} text={t('soldOutText')} />
  return <ChooseTray screening={screening} store={store} words={words} booking={booking} />
}

function Closed({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <>
      <h2>{title}</h2>
      <p>{text}</p>
    </>
  )
}
