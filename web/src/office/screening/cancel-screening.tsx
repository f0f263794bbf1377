import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useClient } from '../../data/client.js'
import { screeningOf } from '../../screening/questions.js'
import { useFaultWords } from '../../session/use-fault-words.js'
import { Confirm } from '../../ui/confirm.js'
import styles from './cancel-screening.module.css'

/** Asks once more, in place, since nothing brings it back. */
export function CancelScreening({ id, sold }: { readonly id: string; readonly sold: number }) {
  const t = useTranslations('office.screening')
  const client = useClient()
  const answers = useQueryClient()
  const words = useFaultWords()
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)

  async function cancel(): Promise<void> {
    setIsBusy(true)
    setError(null)
    try {
      const cancelled = await client.cancelScreening({ id })
      answers.setQueryData(screeningOf(id).key, cancelled)
      for (const key of ['office', 'programme', 'film']) void answers.invalidateQueries({ queryKey: [key] })
    } catch (thrown) {
      setError(thrown)
    } finally {
      setIsBusy(false)
    }
  }

  return (
    <div className={styles.cancel}>
      <Confirm label={t('cancel')} question={<><b>{t('cancelSold', { count: sold })}</b> {t('cancelText')}</>} yes={t('cancelSure')} no={t('keep')} busy={isBusy} onConfirm={() => void cancel()} />
      {error !== null && <p role="alert" className={styles.fault}>{t('failed', { why: words(error) })}</p>}
    </div>
  )
}
