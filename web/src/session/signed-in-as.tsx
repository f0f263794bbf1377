import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { Icon } from '../ui/icon.js'
import { useSession } from './session.js'
import styles from './signed-in-as.module.css'

/** Who is signed in, which leads to the account; else the way in. Nothing until it is known, and then nothing moves. */
export function SignedInAs() {
  const t = useTranslations('session')
  const { user, signIn } = useSession()
  if (user === undefined) return <span className={styles.own} />
  return user === null ? (
    <button type="button" className={styles.own} onClick={() => void signIn()}>
      <Icon name="person" size={20} />
      {t('signIn')}
    </button>
  ) : (
    <Link to="/account" className={styles.own} aria-label={t('account', { name: user.name })}>
      <Icon name="person" size={20} />
      <span className={styles.name}>{user.name}</span>
    </Link>
  )
}
