import type { Order } from '@mov-ticket/sdk'
import { useTranslations } from 'use-intl'
import { useDates } from '../i18n/use-dates.js'
import { endingOf } from './ending.js'
import styles from './order-history.module.css'

/** What happened to the order, step by step. */
export function OrderHistory({ order }: { readonly order: Order }) {
  const t = useTranslations('orders.history')
  const dates = useDates()
  return (
    <section className={styles.history} aria-labelledby="history">
      <h2 id="history">{t('title')}</h2>
      <ol>
        {order.history.map(({ at, status }, index) => (
          // Steps are only ever added, and have no name but their place.
          <li key={index}>
            <span>{t(wordOf(order, index, status))}</span>
            <time dateTime={at}>{dates.moment(new Date(at))}</time>
          </li>
        ))}
      </ol>
    </section>
  )
}

function wordOf(order: Order, index: number, status: Order['status']) {
  switch (status) {
    case 'PENDING':
      return 'placed'
    case 'LOCKED':
      return order.history.findIndex((step) => step.status === 'LOCKED') < index ? 'extended' : 'held'
    case 'RESERVED':
      return 'booked'
    default:
      return endingOf(order)
  }
}
