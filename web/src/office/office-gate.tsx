import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Page } from '../layout/page.js'
import { PageLoading } from '../layout/page-loading.js'
import { useSession } from '../session/session.js'
import { Button, ButtonLink } from '../ui/button.js'
import { Notice } from '../ui/notice.js'

/** Lets administrators in. That nobody else does anything here, the graph sees to; this is to say so kindly. */
export function OfficeGate({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('office.gate')
  const { user, signIn, signOut } = useSession()
  if (user === undefined) return <PageLoading />
  if (user?.role === 'ADMIN') return children
  const programme = <ButtonLink to="~/">{t('programme')}</ButtonLink>
  return (
    <Page title={t('title')} hideHeading>
      {user === null ? (
        <Notice title={t('title')} actions={<><Button kind="main" onClick={() => void signIn(t('whySignIn'))}>{t('signIn')}</Button>{programme}</>}>
          <p>{t('signInText')}</p>
        </Notice>
      ) : (
        <Notice title={t('title')} actions={<>{programme}<Button kind="quiet" onClick={() => void signOut()}>{t('account')}</Button></>}>
          <p>{t('refused', { name: user.name })}</p>
        </Notice>
      )}
    </Page>
  )
}
