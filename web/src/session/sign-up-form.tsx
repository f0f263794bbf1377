import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { useClient } from '../data/client.js'
import { Button } from '../ui/button.js'
import { Field } from '../ui/field.js'
import type { AccountFormProps } from './sign-in-form.js'
import styles from './sign-in-panel.module.css'
import { useFaultWords } from './use-fault-words.js'
import { useForm } from './use-form.js'

const SHORTEST_PASSWORD = 8

export function SignUpForm({ email, onEmail, onDone }: AccountFormProps) {
  const t = useTranslations('session')
  const client = useClient()
  const sayFault = useFaultWords()
  const send = useCallback(
    async (values: Readonly<Record<string, string>>) => {
      const input = { name: values['name']?.trim() ?? '', email: values['email']?.trim() ?? '', password: values['password'] ?? '' }
      const fields = {
        ...(input.name === '' && { name: t('missing.name') }),
        ...(!/^\S+@\S+\.\S+$/.test(input.email) && { email: t('missing.email') }),
        ...(input.password.length < SHORTEST_PASSWORD && { password: t('shortPassword', { least: SHORTEST_PASSWORD }) }),
      }
      if (Object.keys(fields).length > 0) return { fields }
      const answer = await client.signUp({ input })
      if (answer.__typename === 'EmailTaken') return { fields: { email: t('emailTaken') } }
      onDone(answer.user)
      return null
    },
    [client, onDone, t],
  )
  const { faults, isBusy, onSubmit } = useForm(send, sayFault)
  return (
    <form className={styles.form} onSubmit={onSubmit} noValidate>
      <Field label={t('name')} hint={t('nameHint')} name="name" autoComplete="name" autoFocus fault={faults.fields['name']} />
      <Field label={t('email')} name="email" type="email" autoComplete="username" value={email}
        onChange={({ target }) => onEmail(target.value)} fault={faults.fields['email']} />
      <Field label={t('password')} hint={t('passwordHint', { least: SHORTEST_PASSWORD })} name="password" type="password" autoComplete="new-password" fault={faults.fields['password']} />
      {faults.whole !== null && <p role="alert" className={styles.fault}>{faults.whole}</p>}
      <Button kind="main" type="submit" busy={isBusy}>{t('signUp')}</Button>
    </form>
  )
}
