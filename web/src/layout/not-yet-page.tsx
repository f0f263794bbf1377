import { useTranslations } from 'use-intl'
import { ButtonLink } from '../ui/button.js'
import { Notice } from '../ui/notice.js'
import { Page } from './page.js'

/** The place of a page that is being built. */
export function NotYetPage({ page }: { readonly page: 'screening' | 'orders' | 'account' | 'office' }) {
  const t = useTranslations('layout.notYet')
  return (
    <Page title={t(page)} hideHeading>
      <Notice title={t(page)} actions={<ButtonLink to="/">{t('programme')}</ButtonLink>}>
        <p>{t('text')}</p>
      </Notice>
    </Page>
  )
}
