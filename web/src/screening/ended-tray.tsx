import type { Order } from '@mov-ticket/sdk'
import { useFormatter, useTranslations } from 'use-intl'
import { useMoney } from '../i18n/use-money.js'
import type { SeatStore } from '../seat-map/seat-store.js'
import { Button, ButtonLink } from '../ui/button.js'
import styles from './tray.module.css'
import type { Booking } from './use-booking.js'

/** How an order ended, and what can be done next. */
export function EndedTray({ order, store, booking }: { readonly order: Order; readonly store: SeatStore; readonly booking: Booking }) {
  const t = useTranslations('screening.ended')
  const format = useFormatter()
  const money = useMoney()
  const seats = format.list(order.tickets.map(({ seat }) => seat.label))
  const ids = order.tickets.map(({ id }) => id)

  function again(): void {
    booking.startOver()
    store.choose(ids)
  }

  if (order.status === 'RESERVED') {
    return (
      <div role="status" className={styles.ended}>
        <h2>{t('reserved')}</h2>
        <p>{t('reservedText', { seats, total: order.total === null ? '' : money(order.total) })}</p>
        <ButtonLink kind="main" to={`/orders/${order.id}`}>{t('ticket')}</ButtonLink>
        <Button kind="quiet" onClick={booking.startOver}>{t('more')}</Button>
      </div>
    )
  }
  const how = order.status === 'EXPIRED' ? 'expired' : order.status === 'CANCELLED' ? 'cancelled' : 'rejected'
  return (
    <div role="status" className={styles.ended}>
      <h2>{t(how)}</h2>
      <p>{t(`${how}Text`, { seats })}</p>
      {how === 'expired' && <Button kind="main" onClick={again}>{t('again', { seats })}</Button>}
      <Button onClick={booking.startOver}>{t('others')}</Button>
    </div>
  )
}
