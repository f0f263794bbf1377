import type { Screening } from '@mov-ticket/sdk'
import { useMemo } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { useMoney } from '../i18n/use-money.js'
import { leftSingle } from '../seat-map/neighbours.js'
import type { SeatStore } from '../seat-map/seat-store.js'
import { useSeats } from '../seat-map/use-seats.js'
import type { SeatWords } from '../seat-map/use-seat-words.js'
import { Button } from '../ui/button.js'
import { BestSeats } from './best-seats.js'
import { ChosenSeats } from './chosen-seats.js'
import { Problem } from './problem.js'
import { RemarkLine } from './remark.js'
import styles from './tray.module.css'
import type { Booking } from './use-booking.js'

/** What is chosen, what it costs, and the one button. */
export function ChooseTray({ screening, store, words, booking }: {
  readonly screening: Screening
  readonly store: SeatStore
  readonly words: SeatWords
  readonly booking: Booking
}) {
  const t = useTranslations('screening.choose')
  const money = useMoney()
  const chosen = useSeats(store, (now) => now.chosen)
  const { maxTicketsPerOrder: most, lockSeconds } = screening
  const [first] = chosen
  const sum = chosen.reduce((total, { price }) => total + price.amount, 0)
  const wasUnavailable = booking.problem !== null && 'refusal' in booking.problem && booking.problem.refusal.code === 'SEATS_UNAVAILABLE'
  return (
    <>
      <h2 className={styles.spacious}>{t('title')}</h2>
      <RemarkLine store={store} words={words} />
      {first === undefined ? (
        <>
          <p className={`${styles.small} ${styles.spacious}`}>{t('empty', { most })}</p>
          <BestSeats store={store} most={most} />
          <Problem problem={booking.problem} />
        </>
      ) : (
        <>
          <ChosenSeats seats={chosen} words={words} onRemove={{ name: (seat) => t('remove', { seat }), press: (id) => store.toggle(id, most) }} />
          <SingleSeatWarning store={store} />
          <Problem problem={booking.problem} />
          <div className={styles.action}>
            <p className={styles.sum}><span>{t('sum', { count: chosen.length })}</span> <b>{money({ amount: sum, currency: first.price.currency })}</b></p>
            <Button kind="main" busy={booking.busy === 'hold'} onClick={() => void booking.hold()}>{t('hold', { count: chosen.length })}</Button>
          </div>
          <p className={`${styles.small} ${styles.spacious}`}>{t('holdHint', { minutes: Math.round(lockSeconds / 6) / 10 })}</p>
        </>
      )}
      {wasUnavailable && (
        <Button busy={booking.busy === 'best'} onClick={() => void booking.holdBest(booking.asked)}>{t('best', { count: booking.asked })}</Button>
      )}
    </>
  )
}

function SingleSeatWarning({ store }: { readonly store: SeatStore }) {
  const t = useTranslations('screening.choose')
  const format = useFormatter()
  const plan = useSeats(store, (now) => now.plan)
  const chosen = useSeats(store, (now) => now.chosen)
  const available = useSeats(store, (now) => now.availableCount)
  const single = useMemo(
    () => (plan === null ? [] : leftSingle(plan, store.isFree, new Set(chosen.map(({ id }) => id)))),
    // oxlint-disable-next-line react/exhaustive-deps -- what is free changes with how many there are
    [plan, chosen, store, available],
  )
  return <p role="status" className={styles.warning}>{single.length === 0 ? '' : t('single', { count: single.length, seats: format.list(single.map(({ label }) => label)) })}</p>
}
