import { useFormatter, useTranslations } from 'use-intl'
import { Link } from 'wouter'
import type { PlanSeat } from '../../seat-map/plan.js'
import { SeatGlyph } from '../../seat-map/seat-glyph.js'
import styles from './hold-entry.module.css'
import type { Hold } from './questions.js'
import { useHoldWords } from './use-hold-words.js'

/** Who it was, what happened when, and why it ended. */
export function HoldEntry({ hold, seat }: { readonly hold: Hold; readonly seat: PlanSeat }) {
  const t = useTranslations('officeHistory.entry')
  const format = useFormatter()
  const words = useHoldWords()
  const { order, status } = hold
  const others = order.tickets.map((ticket) => ticket.seat.label).filter((label) => label !== seat.label)
  const mark = status === 'LOCKED' ? 'locked' : status === 'RESERVED' ? 'booked' : 'free'
  return (
    <li className={styles.entry} data-status={status}>
      <svg className={styles.mark} viewBox="-5 -5 10 10" width="22" height="22" aria-hidden="true" data-state={mark}><SeatGlyph kind="STANDARD" state={mark} /></svg>
      <div className={styles.body}>
        <h3>{words.headline(hold)}</h3>
        <p className={styles.who}>
          {order.user.email}
          {others.length > 0 && <> · {t('with', { seats: format.list(others) })}</>}
          {' · '}<Link to={`~/orders/${order.id}`} aria-label={t('orderOf', { name: order.user.name, time: words.time(hold.from) })}>{t('order')}</Link>
        </p>
        <ol className={styles.steps}>
          {words.steps(hold).map(({ at, text }) => (
            <li key={text}>
              <time dateTime={at}>{words.time(at)}</time>
              <span>{text}</span>
            </li>
          ))}
        </ol>
        <p className={styles.length}>{words.length(hold)}</p>
      </div>
    </li>
  )
}
