import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { useClient } from '../data/client.js'
import { Button } from '../ui/button.js'
import { Field } from '../ui/field.js'
import type { User } from './session.js'
import styles from './sign-in-panel.module.css'
import { useFaultWords } from './use-fault-words.js'
import { useForm } from './use-form.js'

export interface AccountFormProps {
  /** Kept while somebody changes between signing in and up. */
  readonly email: string
  readonly onEmail: (email: string) => void
  readonly onDone: (user: User) => void
}

export function SignInForm({ email, onEmail, onDone }: AccountFormProps) {
  const t = useTranslations('session')
  const client = useClient()
  const sayFault = useFaultWords()
  const send = useCallback(
    async (values: Readonly<Record<string, string>>) => {
      const input = { email: values['email'] ?? '', password: values['password'] ?? '' }
      if (input.email === '') return { fields: { email: t('missing.email') } }
      if (input.password === '') return { fields: { password: t('missing.password') } }
      const answer = await client.signIn({ input })
      if (answer.__typename === 'SignedIn') {
        onDone(answer.user)
        return null
      }
      const { retryAfterSeconds } = answer
      return { whole: retryAfterSeconds == null ? t('refused') : t('tooOften', { seconds: retryAfterSeconds }) }
    },
    [client, onDone, t],
  )
  const { faults, isBusy, onSubmit } = useForm(send, sayFault)
  return (
    <form className={styles.form} onSubmit={onSubmit} noValidate>
      <Field label={t('email')} name="email" type="email" autoComplete="username" autoFocus value={email}
        onChange={({ target }) => onEmail(target.value)} fault={faults.fields['email']} />
      <Field label={t('password')} name="password" type="password" autoComplete="current-password" fault={faults.fields['password']} />
      {faults.whole !== null && <p role="alert" className={styles.fault}>{faults.whole}</p>}
      <Button kind="main" type="submit" busy={isBusy}>{t('signIn')}</Button>
    </form>
  )
}
