import { useTranslations } from 'use-intl'
import { OfficeScreening } from '../screening/office-screening.js'

export function HistoryPage({ id }: { readonly id: string }) {
  const t = useTranslations('office')
  return <OfficeScreening id={id} at="history">{() => <p>{t('building')}</p>}</OfficeScreening>
}
