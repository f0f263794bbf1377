import { useTranslations } from 'use-intl'
import { Page } from '../layout/page.js'

export function ProgrammePage() {
  const t = useTranslations('programme')
  return <Page title={t('title')}>{null}</Page>
}
