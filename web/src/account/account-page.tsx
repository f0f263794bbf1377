import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useDates } from '../i18n/use-dates.js'
import { Page } from '../layout/page.js'
import { PageLoading } from '../layout/page-loading.js'
import { OwnWords } from '../session/own-words.js'
import { SignedOut } from '../session/signed-out.js'
import { useSession } from '../session/session.js'
import type { User } from '../session/session.js'
import { ButtonLink } from '../ui/button.js'
import { useKeptFocus } from '../ui/use-kept-focus.js'
import styles from './account-page.module.css'
import { PasswordForm } from './password-form.js'
import { Sessions } from './sessions.js'

export function AccountPage() {
  return <OwnWords><Content /></OwnWords>
}

function Content() {
  const t = useTranslations('account')
  const { user } = useSession()
  const [endedCount, setEndedCount] = useState<number | null>(null)
  const content = useRef<HTMLDivElement>(null)
  useKeptFocus(content, user?.id ?? '')
  return (
    <Page title={t('title')}>
      <div ref={content} tabIndex={-1} className={styles.account}>
        {user === undefined && <PageLoading />}
        {user === null && (
          <SignedOut
            title={t(endedCount === null ? 'signedOut' : 'leftEverywhere')}
            text={endedCount === null ? t('signedOutText') : t('leftEverywhereText', { count: endedCount })}
            reason={t('whySignIn')}
          />
        )}
        {user && <Account user={user} onLeftEverywhere={setEndedCount} />}
      </div>
    </Page>
  )
}

function Account({ user, onLeftEverywhere }: { readonly user: User; readonly onLeftEverywhere: (count: number) => void }) {
  const t = useTranslations('account')
  const dates = useDates()
  return (
    <>
      <section className={styles.person}>
        <dl>
          <div><dt>{t('name')}</dt><dd>{user.name}</dd></div>
          <div><dt>{t('email')}</dt><dd>{user.email}</dd></div>
          <div><dt>{t('since')}</dt><dd><time dateTime={user.createdAt}>{dates.nearDay(new Date(user.createdAt))}</time></dd></div>
        </dl>
        <ButtonLink to="/orders">{t('bookings')}</ButtonLink>
      </section>
      <Sessions onLeftEverywhere={onLeftEverywhere} />
      <PasswordForm email={user.email} />
    </>
  )
}
