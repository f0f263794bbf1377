import type { OrderSummary } from '@mov-ticket/sdk'
import { useFormatter, useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { useDates } from '../i18n/use-dates.js'
import { useMoney } from '../i18n/use-money.js'
import { Poster } from '../poster/poster.js'
import { CountdownRing } from '../screening/countdown-ring.js'
import { useRemaining } from '../screening/use-remaining.js'
import styles from './order-line.module.css'
import { OrderMark } from './order-mark.js'
import { isCurrent, standingOf } from './standing.js'
import { useRenewWhenChanged } from './use-renew-when-changed.js'
import { useServerNow } from './use-server-now.js'

/** One of my orders, which leads to its page: the whole line does. */
export function OrderLine({ order }: { readonly order: OrderSummary }) {
  const t = useTranslations('orders')
  const format = useFormatter()
  const dates = useDates()
  const money = useMoney()
  const { screening, tickets, total, expiresAt } = order
  const standing = standingOf(order, useServerNow())
  const isHeld = standing === 'held' && expiresAt !== null
  return (
    <li className={styles.line} data-past={!isCurrent(standing) || undefined}>
      <div className={styles.poster}><Poster title={screening.movie.title} genres={screening.movie.genres} /></div>
      <div className={styles.facts}>
        <h3><Link to={`/orders/${order.id}`}>{screening.movie.title}</Link></h3>
        <p><time dateTime={screening.startsAt}>{dates.moment(new Date(screening.startsAt))}</time></p>
        <p className={styles.where}>{screening.auditorium.name} · {t('seats', { count: tickets.length, seats: format.list(tickets.map(({ seat }) => seat.label)) })}</p>
      </div>
      <div className={styles.state}>
        <OrderMark standing={standing} />
        {total !== null && <data value={total.amount}>{money(total)}</data>}
      </div>
      {isHeld && <TimeLeft orderId={order.id} version={order.version} until={expiresAt} of={screening.lockSeconds} />}
    </li>
  )
}

function TimeLeft({ orderId, version, until, of }: { readonly orderId: string; readonly version: number; readonly until: string; readonly of: number }) {
  useRenewWhenChanged(orderId, version)
  return <div className={styles.left}><CountdownRing seconds={useRemaining(until)} of={of} /></div>
}
