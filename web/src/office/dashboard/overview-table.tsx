import { memo } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { useDates } from '../../i18n/use-dates.js'
import { useMoney } from '../../i18n/use-money.js'
import { pathTo } from '../screening/screening-tabs.js'
import { NowBar } from './now-bar.js'
import type { ScreeningWithSales } from './overview-questions.js'
import styles from './overview-table.module.css'
import { soldShare, sortKeys } from './sorting.js'
import type { SortKey } from './sorting.js'

export function OverviewTable({ screenings, sort, onSort }: {
  readonly screenings: readonly ScreeningWithSales[]
  readonly sort: SortKey
  readonly onSort: (by: SortKey) => void
}) {
  const t = useTranslations('officeDashboard.overview')
  const header = (key: SortKey) => (
    <th key={key} scope="col" data-column={key} aria-sort={sort === key ? (key === 'start' ? 'ascending' : 'descending') : undefined}>
      <button type="button" onClick={() => onSort(key)}>{t(`columns.${key}`)}</button>
    </th>
  )
  const [start, ...others] = sortKeys
  return (
    <table className={styles.table} aria-label={t('table')}>
      <thead>
        <tr>
          {header(start)}
          <th scope="col" data-column="film">{t('columns.film')}</th>
          {others.map(header)}
        </tr>
      </thead>
      <tbody>{screenings.map((screening) => <Row key={screening.id} screening={screening} />)}</tbody>
    </table>
  )
}

const Row = memo(function Row({ screening }: { readonly screening: ScreeningWithSales }) {
  const t = useTranslations('officeDashboard.overview')
  const format = useFormatter()
  const dates = useDates()
  const money = useMoney()
  const { id, startsAt, movie, auditorium, ticketCount, sales } = screening
  const sold = sales?.reservedSeats ?? 0
  const locked = sales?.lockedSeats ?? 0
  return (
    <tr>
      <td data-column="start"><time dateTime={startsAt}>{dates.moment(new Date(startsAt))}</time></td>
      <th scope="row" data-column="film">
        <Link to={pathTo(id, 'dashboard')}>{movie.title}</Link>
        <span>{auditorium.name}{screening.status === 'CANCELLED' && <> · <b>{t('cancelled')}</b></>}</span>
      </th>
      <td data-column="full">
        <span className={styles.full}>
          <NowBar counts={{ sold, locked, free: ticketCount - sold - locked, blocked: 0 }} all={ticketCount} />
          <span>{format.number(soldShare(screening), { style: 'percent', maximumFractionDigits: 0 })}</span>
          <small>{t('soldOf', { sold, all: ticketCount })}</small>
        </span>
      </td>
      <td data-column="held" data-name={t('columns.held')}>{format.number(locked)}</td>
      <td data-column="expiries" data-name={t('columns.expiries')}>{sales == null ? '–' : format.number(sales.expiries)}</td>
      <td data-column="revenue">{sales == null ? '–' : money(sales.revenue)}</td>
    </tr>
  )
})
