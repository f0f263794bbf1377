import type { Screening } from '@mov-ticket/sdk'
import type { ReactNode } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { useMoney } from '../../i18n/use-money.js'
import type { SeatStore } from '../../seat-map/seat-store.js'
import { useSeats } from '../../seat-map/use-seats.js'
import { NowBar } from './now-bar.js'
import styles from './now-panel.module.css'
import type { Sales } from './questions.js'
import { nowStates, useSeatCounts } from './seat-counts.js'

/** The seats at this moment, and what all orders came to. */
export function NowPanel({ screening, store, sales }: { readonly screening: Screening; readonly store: SeatStore; readonly sales: Sales | null | undefined }) {
  const t = useTranslations('officeDashboard.now')
  const format = useFormatter()
  const counts = useSeatCounts(store)
  const isTrue = useSeats(store, ({ status }) => status === 'live')
  const all = screening.ticketCount
  return (
    <section className={styles.panel} aria-label={t('title')} data-true={isTrue || undefined}>
      <p className={styles.sold}>
        <b>{counts === null ? '–' : format.number(all === 0 ? 0 : counts.sold / all, { style: 'percent', maximumFractionDigits: 0 })}</b>
        <span>{t('soldOf', { all })}</span>
      </p>
      <NowBar counts={counts} all={all} />
      <div className={styles.figures}>
        <dl className={styles.seats}>
          {nowStates.map((state) => <Figure key={state} name={t(state)}>{counts === null ? '–' : format.number(counts[state])}</Figure>)}
        </dl>
        <SalesFigures sales={sales} />
      </div>
    </section>
  )
}

function SalesFigures({ sales }: { readonly sales: Sales | null | undefined }) {
  const t = useTranslations('officeDashboard.now')
  const format = useFormatter()
  const money = useMoney()
  const count = (value: number | undefined) => (value === undefined ? '–' : format.number(value))
  return (
    <dl className={styles.sales}>
      <Figure name={t('revenue')}>{sales == null ? '–' : money(sales.revenue)}</Figure>
      <Figure name={t('orders')}>{count(sales?.ordersPlaced)}</Figure>
      <Figure name={t('expiries')}>{count(sales?.expiries)}</Figure>
      <Figure name={t('cancellations')}>{count(sales?.cancellations)}</Figure>
      <Figure name={t('refusals')}>{count(sales?.refusals)}</Figure>
    </dl>
  )
}

function Figure({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
