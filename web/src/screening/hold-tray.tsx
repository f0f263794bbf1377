import type { Order } from '@mov-ticket/sdk'
import { useTranslations } from 'use-intl'
import { useMoney } from '../i18n/use-money.js'
import type { SeatWords } from '../seat-map/use-seat-words.js'
import { Button } from '../ui/button.js'
import { ChosenSeats } from './chosen-seats.js'
import { CountdownRing } from './countdown-ring.js'
import { Problem } from './problem.js'
import styles from './tray.module.css'
import type { Booking } from './use-booking.js'
import { useRemaining } from './use-remaining.js'

const WARNED_AT_SECONDS = 60

/** Seats that are held: how long still, and what to do with them. */
export function HoldTray({ order, words, booking }: { readonly order: Order; readonly words: SeatWords; readonly booking: Pick<Booking, 'busy' | 'problem' | 'reserve' | 'extend' | 'cancel'> }) {
  const t = useTranslations('screening.hold')
  const money = useMoney()
  const seats = order.tickets.map(({ id, price, seat }) => ({ id, price, ...seat }))
  return (
    <>
      <div className={styles.held}>
        <h2>{t('title', { count: seats.length })}</h2>
        {order.expiresAt !== null && <Countdown until={order.expiresAt} of={order.screening.lockSeconds} />}
      </div>
      <ChosenSeats seats={seats} words={words} />
      {order.expiresAt !== null && <Warning until={order.expiresAt} />}
      <Problem problem={booking.problem} />
      <div className={styles.action}>
        {order.total !== null && <p className={styles.sum}><span>{t('total')}</span> <b>{money(order.total)}</b></p>}
        <Button kind="main" busy={booking.busy === 'reserve'} onClick={() => void booking.reserve()}>{t('reserve')}</Button>
      </div>
      <div className={styles.options}>
        <Button busy={booking.busy === 'extend'} onClick={() => void booking.extend()}>{t('extend')}</Button>
        <Button kind="quiet" busy={booking.busy === 'cancel'} onClick={() => void booking.cancel()}>{t('cancel')}</Button>
      </div>
    </>
  )
}

function Countdown({ until, of }: { readonly until: string; readonly of: number }) {
  return <CountdownRing seconds={useRemaining(until)} of={of} />
}

/** Spoken once, while there is time to act. */
function Warning({ until }: { readonly until: string }) {
  const t = useTranslations('screening.hold')
  const seconds = useRemaining(until)
  const isShort = seconds <= WARNED_AT_SECONDS
  return <p role="alert" className={styles.warning}>{!isShort ? '' : seconds === 0 ? t('over') : t('short')}</p>
}
