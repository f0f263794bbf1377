import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '../ui/icon.js'
import type { User } from './session.js'
import { SignInForm } from './sign-in-form.js'
import styles from './sign-in-panel.module.css'
import { SignUpForm } from './sign-up-form.js'

/** Signing in or up where it is needed. The browser keeps the focus inside and gives it back; Escape dismisses. */
export function SignInPanel({ reason, onDone, onDismiss }: {
  /** Why now, in a sentence. */
  readonly reason: string | undefined
  readonly onDone: (user: User) => void
  readonly onDismiss: () => void
}) {
  const t = useTranslations('session')
  const dialog = useRef<HTMLDialogElement>(null)
  const [isNew, setIsNew] = useState(false)
  const [email, setEmail] = useState('')
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  const Form = isNew ? SignUpForm : SignInForm
  return (
    <dialog ref={dialog} className={styles.panel} aria-labelledby="sign-in-title" onClose={() => dialog.current?.open === true || onDismiss()} closedby="any">
      <div className={styles.content}>
        <header className={styles.head}>
          <h2 id="sign-in-title">{t(isNew ? 'signUp' : 'signIn')}</h2>
          <button type="button" className={styles.close} onClick={onDismiss} aria-label={t('close')}><Icon name="close" /></button>
        </header>
        {reason !== undefined && <p>{reason}</p>}
        <Form email={email} onEmail={setEmail} onDone={onDone} />
        <p className={styles.other}>
          {t(isNew ? 'haveAccount' : 'noAccount')}{' '}
          <button type="button" onClick={() => setIsNew(!isNew)}>{t(isNew ? 'signIn' : 'signUp')}</button>
        </p>
      </div>
    </dialog>
  )
}
