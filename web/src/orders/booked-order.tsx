import { useFormatter, useTranslations } from 'use-intl'
import { useMoney } from '../i18n/use-money.js'
import { Problem } from '../screening/problem.js'
import { Button } from '../ui/button.js'
import { Confirm } from '../ui/confirm.js'
import styles from './booked-order.module.css'
import { CalendarButton } from './calendar-button.js'
import type { OrderProps } from './order-page.js'
import { standingOf } from './standing.js'
import { Ticket } from './ticket.js'
import { useServerNow } from './use-server-now.js'

/** A booking: the ticket, and what can be done with it. */
export function BookedOrder({ order, steps, holder, isMine, history }: OrderProps) {
  const t = useTranslations('orders')
  const format = useFormatter()
  const money = useMoney()
  const standing = standingOf(order, useServerNow())
  const seats = format.list(order.tickets.map(({ seat }) => seat.label))
  const said = { seats, count: order.tickets.length, total: order.total === null ? '' : money(order.total) }
  return (
    <div className={styles.booked}>
      <Ticket order={order} holder={holder} isOver={standing === 'seen'} />
      <p className={styles.hint}>{standing === 'ahead' ? t('hint', { seats }) : standing === 'running' ? t('runningText') : t('seenText')}</p>
      <div className={styles.actions}>
        {standing === 'ahead' && <CalendarButton order={order} />}
        {standing !== 'seen' && <Button onClick={() => print()}>{t('print')}</Button>}
        {standing === 'ahead' && isMine && (
          <Confirm
            label={t('cancel')} question={t('cancelText', said)} yes={t('cancelYes')} no={t('cancelNo')}
            busy={steps.busy === 'cancel'} onConfirm={() => void steps.cancel()}
          />
        )}
      </div>
      <Problem problem={steps.problem} />
      {history}
    </div>
  )
}
