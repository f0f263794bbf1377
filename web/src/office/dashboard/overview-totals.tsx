import { useFormatter, useTranslations } from 'use-intl'
import { useMoney } from '../../i18n/use-money.js'
import styles from './overview-page.module.css'
import type { ScreeningWithSales } from './overview-questions.js'

/** All of them together. Amounts of different currencies are not added up. */
export function OverviewTotals({ screenings }: { readonly screenings: readonly ScreeningWithSales[] }) {
  const t = useTranslations('officeDashboard.overview')
  const format = useFormatter()
  const money = useMoney()
  const all = screenings.reduce((sum, { ticketCount }) => sum + ticketCount, 0)
  const sold = screenings.reduce((sum, { sales }) => sum + (sales?.reservedSeats ?? 0), 0)
  const amounts = new Map<string, number>()
  for (const { sales } of screenings) if (sales != null) amounts.set(sales.revenue.currency, (amounts.get(sales.revenue.currency) ?? 0) + sales.revenue.amount)
  const revenue = format.list([...amounts].map(([currency, amount]) => money({ amount, currency })))
  return (
    <dl className={styles.totals}>
      <div><dt>{t('screenings')}</dt><dd>{format.number(screenings.length)}</dd></div>
      <div><dt>{t('sold')}</dt><dd>{t('soldOf', { sold, all })}</dd></div>
      <div><dt>{t('revenue')}</dt><dd>{revenue === '' ? '–' : revenue}</dd></div>
    </dl>
  )
}
