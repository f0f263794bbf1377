import { useFormatter, useTranslations } from 'use-intl'
import { useClient } from '../data/client.js'
import { useMoney } from '../i18n/use-money.js'
import { Poster } from '../poster/poster.js'
import { ButtonLink } from '../ui/button.js'
import styles from './ended-order.module.css'
import { endingOf } from './ending.js'
import type { OrderProps } from './order-page.js'
import { WhenAndWhere } from './when-and-where.js'

/** How it ended, what that means, and the way back to the same screening, or to the film's other times. */
export function EndedOrder({ order, history }: Pick<OrderProps, 'order' | 'history'>) {
  const t = useTranslations('orders.ended')
  const refused = useTranslations('screening.refused')
  const format = useFormatter()
  const money = useMoney()
  const { clock } = useClient()
  const { screening, tickets, refusal, total } = order
  const ending = endingOf(order)
  const said = { seats: format.list(tickets.map(({ seat }) => seat.label)), count: tickets.length, total: total === null ? '' : money(total) }
  const isOnSale = screening.status === 'ON_SALE' && clock.now() < Date.parse(screening.startsAt)
  const why = refusal !== null && refusal.code !== 'SEATS_UNAVAILABLE' ? refused(refusal.code, { seats: said.seats }) : null
  return (
    <div className={styles.ended}>
      <div className={styles.poster}><Poster title={screening.movie.title} genres={screening.movie.genres} /></div>
      <div className={styles.told}>
        <WhenAndWhere screening={screening} />
        <div role="status" className={styles.how}>
          <h2>{t(`${ending}.title`, said)}</h2>
          <p>{why ?? t(`${ending}.text`, said)}</p>
        </div>
        <div className={styles.actions}>
          {isOnSale
            ? <ButtonLink kind="main" to={`/screenings/${screening.id}`}>{t('again')}</ButtonLink>
            : <ButtonLink kind="main" to={`/films/${screening.movie.id}`}>{t('otherTimes')}</ButtonLink>}
        </div>
        {history}
      </div>
    </div>
  )
}
