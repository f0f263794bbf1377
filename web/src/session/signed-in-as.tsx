import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { Icon } from '../ui/icon.js'
import { useSession } from './session.js'
import styles from './signed-in-as.module.css'

/** Who is signed in, which leads to the account; else the way in. Nothing until it is known, and then nothing moves. */
export function SignedInAs() {
  const t = useTranslations('session')
  const { user, signIn } = useSession()
  const link = useRef<HTMLAnchorElement>(null)
  const isAsked = useRef(false)
  useEffect(() => {
    // The button that had the focus is gone: it goes to what is there instead.
    if (user && isAsked.current) link.current?.focus()
    isAsked.current = false
  }, [user])

  if (user === undefined) return <span className={styles.own} />
  return user === null ? (
    <button type="button" className={styles.own} onClick={() => {
      isAsked.current = true
      void signIn()
    }}>
      <Icon name="person" size={20} />
      {t('signIn')}
    </button>
  ) : (
    <Link ref={link} to="/account" className={styles.own} aria-label={t('account', { name: user.name })}>
      <Icon name="person" size={20} />
      <span className={styles.name}>{user.name}</span>
    </Link>
  )
}
