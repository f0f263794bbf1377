import type { Screening } from '@mov-ticket/sdk'
import { useTranslations } from 'use-intl'
import { useDates } from '../i18n/use-dates.js'
import styles from './when-and-where.module.css'

export function WhenAndWhere({ screening }: { readonly screening: Pick<Screening, 'startsAt' | 'auditorium'> }) {
  const t = useTranslations('orders.facts')
  const dates = useDates()
  const startsAt = new Date(screening.startsAt)
  return (
    <dl className={styles.facts}>
      <div><dt>{t('day')}</dt><dd><time dateTime={screening.startsAt}>{dates.day(startsAt)}</time></dd></div>
      <div><dt>{t('time')}</dt><dd><time dateTime={screening.startsAt}>{dates.time(startsAt)}</time></dd></div>
      <div><dt>{t('room')}</dt><dd>{screening.auditorium.name}</dd></div>
    </dl>
  )
}
