import { useTranslations } from 'use-intl'
import { OfficeScreening } from '../screening/office-screening.js'

export function SeatsPage({ id }: { readonly id: string }) {
  const t = useTranslations('office')
  return <OfficeScreening id={id} at="seats">{() => <p>{t('building')}</p>}</OfficeScreening>
}
