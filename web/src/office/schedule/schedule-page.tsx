import { useTranslations } from 'use-intl'
import { Page } from '../../layout/page.js'

export function SchedulePage() {
  const t = useTranslations('office')
  return <Page title={t('auditoriums')}><p>{t('building')}</p></Page>
}
