import { useTranslations } from 'use-intl'
import { Page } from '../../layout/page.js'
import { ButtonLink } from '../../ui/button.js'
import { Notice } from '../../ui/notice.js'
import type { Saved } from './use-save.js'

export function BuiltNotice({ saved: { id, name, seats, rows, already } }: { readonly saved: Saved }) {
  const t = useTranslations('officeBuilder.done')
  return (
    <Page title={t('title', { name })} hideHeading>
      <Notice title={t('title', { name })} actions={
        <>
          <ButtonLink kind="main" to={`/screenings/new?room=${id}`}>{t('schedule')}</ButtonLink>
          <ButtonLink to="/auditoriums">{t('all')}</ButtonLink>
        </>
      }>
        <p role="status">{t('text', { seats, rows })}</p>
        {already && <p>{t('already')}</p>}
      </Notice>
    </Page>
  )
}
