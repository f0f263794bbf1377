import { useTranslations } from 'use-intl'
import { Poster } from '../poster/poster.js'
import { HoldTray } from '../screening/hold-tray.js'
import { useSeatWords } from '../seat-map/use-seat-words.js'
import styles from './held-order.module.css'
import type { OrderProps } from './order-page.js'
import { WhenAndWhere } from './when-and-where.js'

/** Seats that wait for their buyer. */
export function HeldOrder({ order, steps, isMine, history }: OrderProps) {
  const t = useTranslations('orders')
  const words = useSeatWords()
  const { movie } = order.screening
  return (
    <div className={styles.held}>
      <div className={styles.poster}><Poster title={movie.title} genres={movie.genres} /></div>
      <div className={styles.facts}><WhenAndWhere screening={order.screening} /></div>
      <section className={styles.hold} aria-label={t('hold')}>
        {order.status === 'PENDING' && <p role="status">{t('placing')}</p>}
        {order.status === 'LOCKED' && (isMine ? <HoldTray order={order} words={words} booking={steps} /> : <p>{t('heldByOther')}</p>)}
      </section>
      <div className={styles.history}>{history}</div>
    </div>
  )
}
