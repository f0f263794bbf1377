import { useTranslations } from 'use-intl'
import { ButtonLink } from '../ui/button.js'
import { Notice } from '../ui/notice.js'
import { Page } from './page.js'

/** Also for things that nobody knows, or that somebody else's are. */
export function NotFoundPage() {
  const t = useTranslations('layout.notFound')
  return (
    <Page title={t('title')} hideHeading>
      <Notice title={t('title')} actions={<ButtonLink to="~/">{t('programme')}</ButtonLink>}>
        <p>{t('text')}</p>
      </Notice>
    </Page>
  )
}
