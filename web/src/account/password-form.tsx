import { GraphError } from '@mov-ticket/sdk'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useClient } from '../data/client.js'
import { useFaultWords } from '../session/use-fault-words.js'
import { useForm } from '../session/use-form.js'
import { Button } from '../ui/button.js'
import { Field } from '../ui/field.js'
import styles from './account-page.module.css'
import { sessions } from './questions.js'

const SHORTEST_PASSWORD = 8

export function PasswordForm({ email }: { readonly email: string }) {
  const t = useTranslations('account.password')
  const client = useClient()
  const answers = useQueryClient()
  const sayFault = useFaultWords()
  const form = useRef<HTMLFormElement>(null)
  const [isChanged, setIsChanged] = useState(false)
  const send = useCallback(
    async ({ current = '', next = '' }: Readonly<Record<string, string>>) => {
      setIsChanged(false)
      if (current === '') return { fields: { current: t('missing') } }
      if (next.length < SHORTEST_PASSWORD) return { fields: { next: t('short', { least: SHORTEST_PASSWORD }) } }
      try {
        await client.changePassword({ current, next })
      } catch (error) {
        if (error instanceof GraphError && 'current' in error.fields) return { fields: { current: t('wrong') } }
        throw error
      }
      form.current?.reset()
      setIsChanged(true)
      void answers.invalidateQueries({ queryKey: sessions.key })
      return null
    },
    [client, answers, t],
  )
  const { faults, isBusy, onSubmit } = useForm(send, sayFault)
  return (
    <section className={styles.password} aria-labelledby="password">
      <h2 id="password">{t('title')}</h2>
      <p className={styles.hint}>{t('text')}</p>
      <form ref={form} className={styles.form} onSubmit={onSubmit} noValidate>
        {/* So that password managers know whose it is. */}
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <Field label={t('current')} name="current" type="password" autoComplete="current-password" fault={faults.fields['current']} />
        <Field label={t('next')} hint={t('nextHint', { least: SHORTEST_PASSWORD })} name="next" type="password" autoComplete="new-password" fault={faults.fields['next']} />
        {faults.whole !== null && <p role="alert" className={styles.said} data-fault>{faults.whole}</p>}
        <Button type="submit" busy={isBusy}>{t('change')}</Button>
      </form>
      <p role="status" className={styles.said}>{isChanged ? t('changed') : ''}</p>
    </section>
  )
}
