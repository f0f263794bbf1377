import { useFormatter, useNow, useTranslations } from 'use-intl'
import { useDates } from '../i18n/use-dates.js'
import { Button } from '../ui/button.js'
import styles from './account-page.module.css'
import { deviceOf } from './device.js'
import type { SignedInAt } from './questions.js'

export function SessionLine({ session, busy, onEnd }: { readonly session: SignedInAt; readonly busy: boolean; readonly onEnd: () => void }) {
  const t = useTranslations('account')
  const format = useFormatter()
  const dates = useDates()
  const now = useNow({ updateInterval: 30_000 })
  const { browser, system } = deviceOf(session.userAgent)
  const device = browser === null && system === null ? t('unknownBrowser') : t('device', { browser: browser ?? t('unknownBrowser'), system: system ?? t('unknownSystem') })
  const moment = dates.moment(new Date(session.createdAt))
  const lastSeen = new Date(Math.min(Date.parse(session.lastSeenAt), now.getTime()))
  return (
    <li className={styles.session} data-current={session.current || undefined}>
      <p className={styles.device}>{device} {session.current && <strong>{t('here')}</strong>}</p>
      <p className={styles.when}>
        <time dateTime={session.createdAt}>{t('signedInAt', { moment })}</time>
        {!session.current && <>, <time dateTime={session.lastSeenAt}>{now.getTime() - lastSeen.getTime() < 60_000 ? t('lastSeenNow') : t('lastSeen', { ago: format.relativeTime(lastSeen, now) })}</time></>}
      </p>
      {session.current
        ? <Button busy={busy} onClick={onEnd}>{t('signOut')}</Button>
        : <Button busy={busy} onClick={onEnd} aria-label={t('endOf', { device, moment })}>{t('end')}</Button>}
    </li>
  )
}
