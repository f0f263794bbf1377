import type { ScreeningFieldsFragment } from '@mov-ticket/sdk'
import { memo, useId } from 'react'
import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { useDates } from '../../i18n/use-dates.js'
import { pathTo } from '../screening/screening-tabs.js'
import type { ScreeningTab } from '../screening/screening-tabs.js'
import styles from './day-table.module.css'

/** A day's screenings, a row each. */
export function DayTable({ name, screenings, leadsTo }: {
  readonly name: string
  readonly screenings: readonly ScreeningFieldsFragment[]
  readonly leadsTo: ScreeningTab
}) {
  const t = useTranslations('office.list')
  const heading = useId()
  return (
    <section className={styles.day}>
      <h2 id={heading}>{name}</h2>
      <table className={styles.table} aria-labelledby={heading}>
        <thead>
          <tr>
            {(['time', 'film', 'room', 'taken', 'pages'] as const).map((column) => <th key={column} scope="col" data-column={column}>{t(`columns.${column}`)}</th>)}
          </tr>
        </thead>
        <tbody>{screenings.map((screening) => <Row key={screening.id} screening={screening} leadsTo={leadsTo} />)}</tbody>
      </table>
    </section>
  )
}

const Row = memo(function Row({ screening, leadsTo }: { readonly screening: ScreeningFieldsFragment; readonly leadsTo: ScreeningTab }) {
  const t = useTranslations('office.list')
  const office = useTranslations('office.screening')
  const dates = useDates()
  const { id, startsAt, movie, auditorium } = screening
  const start = new Date(startsAt)
  return (
    <tr>
      <td data-column="time"><time dateTime={startsAt}>{dates.time(start)}</time></td>
      <th scope="row" data-column="film"><Link to={pathTo(id, leadsTo)}>{movie.title}</Link></th>
      <td data-column="room">{auditorium.name}</td>
      <td data-column="taken"><Taken screening={screening} /></td>
      <td data-column="pages">
        {(['seats', 'dashboard', 'history'] as const).map((tab) => (
          <Link key={tab} to={pathTo(id, tab)} aria-label={t('of', { page: office(tab), film: movie.title, moment: dates.moment(start) })}>{office(tab)}</Link>
        ))}
      </td>
    </tr>
  )
})

/** How full it is, as a bar and in figures: sold, held and blocked seats together. */
function Taken({ screening: { status, availableCount, ticketCount } }: { readonly screening: ScreeningFieldsFragment }) {
  const t = useTranslations('office.list')
  if (status === 'CANCELLED') return <b>{t('cancelled')}</b>
  const taken = ticketCount - availableCount
  return (
    <span className={styles.taken}>
      <svg viewBox="0 0 80 8" preserveAspectRatio="none" aria-hidden="true">
        <rect width="80" height="8" />
        <rect width={ticketCount === 0 ? 0 : (taken / ticketCount) * 80} height="8" className={styles.share} />
      </svg>
      <span>{t('taken', { taken, all: ticketCount })}</span>
    </span>
  )
}
