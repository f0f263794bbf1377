import { useTranslations } from 'use-intl'
import { OfficeScreening } from '../screening/office-screening.js'

export function DashboardPage({ id }: { readonly id: string }) {
  const t = useTranslations('office')
  return <OfficeScreening id={id} at="dashboard">{() => <p>{t('building')}</p>}</OfficeScreening>
}
