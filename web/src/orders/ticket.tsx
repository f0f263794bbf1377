import type { Order } from '@mov-ticket/sdk'
import { useFormatter, useTranslations } from 'use-intl'
import { useMoney } from '../i18n/use-money.js'
import { Poster } from '../poster/poster.js'
import { useSeatWords } from '../seat-map/use-seat-words.js'
import { QrCode } from './qr-code.js'
import styles from './ticket.module.css'
import { WhenAndWhere } from './when-and-where.js'

/** What one shows at the door: paper in both themes, as the code has to be read by machines. */
export function Ticket({ order, holder, isOver }: { readonly order: Order; readonly holder: { readonly name: string } | null; readonly isOver: boolean }) {
  const t = useTranslations('orders')
  const format = useFormatter()
  const money = useMoney()
  const words = useSeatWords()
  const { screening, tickets, total } = order
  const { movie, auditorium } = screening
  const seats = format.list(tickets.map(({ seat }) => seat.label))
  const kinds = [...new Set(tickets.map(({ seat }) => seat.kind))].filter((kind) => kind !== 'STANDARD')
  return (
    <article className={styles.place} aria-label={t('ticket')} data-over={isOver || undefined}>
      <div className={styles.ticket}>
        <div className={styles.poster}><Poster title={movie.title} genres={movie.genres} /></div>
        <div className={styles.facts}>
          <p className={styles.film}>{movie.title}</p>
          <WhenAndWhere screening={screening} />
          <dl className={styles.seats}>
            <dt>{t(tickets.length === 1 ? 'facts.seat' : 'facts.seats')}</dt>
            {tickets.map(({ id, seat }) => <dd key={id}>{seat.label}</dd>)}
          </dl>
          <p className={styles.small}>
            {[...kinds.map((kind) => words.kind(kind)), total === null ? null : t('paid', { total: money(total) })].filter((part) => part !== null).join(' · ')}
          </p>
        </div>
        <div className={styles.stub}>
          <QrCode text={new URL(`/orders/${order.id}`, location.origin).href} label={t('code', { film: movie.title, seats, room: auditorium.name })} />
          <p className={styles.holder}>{holder?.name ?? ' '}</p>
          <p className={styles.small}>{t('number', { number: order.id.slice(-8).toUpperCase() })}</p>
        </div>
      </div>
    </article>
  )
}
