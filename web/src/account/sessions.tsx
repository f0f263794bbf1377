import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useClient } from '../data/client.js'
import { useAsk } from '../data/use-ask.js'
import { useSession } from '../session/session.js'
import { useEndedSession } from '../session/use-ended-session.js'
import { useFaultWords } from '../session/use-fault-words.js'
import { Confirm } from '../ui/confirm.js'
import { FaultNotice } from '../ui/fault-notice.js'
import styles from './account-page.module.css'
import { sessions } from './questions.js'
import { SessionLine } from './session-line.js'

/** Where I am signed in, and how to end that: one by one, here, or everywhere at once. */
export function Sessions({ onLeftEverywhere }: { readonly onLeftEverywhere: (count: number) => void }) {
  const t = useTranslations('account')
  const client = useClient()
  const answers = useQueryClient()
  const session = useSession()
  const faultWords = useFaultWords()
  const { data, error, refetch } = useAsk(sessions, { everyMs: 60_000 })
  const [busy, setBusy] = useState<string | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const [hasEnded, setHasEnded] = useState(false)
  useEndedSession(error ?? failure)
  const { forget } = session
  useEffect(() => {
    if (data === null) forget()
  }, [data, forget])

  async function run(what: string, doIt: () => Promise<void>): Promise<void> {
    if (busy !== null) return
    setBusy(what)
    setFailure(null)
    setHasEnded(false)
    try {
      await doIt()
    } catch (fault) {
      setFailure(fault)
    }
    setBusy(null)
  }

  const end = (id: string) =>
    run(id, async () => {
      await client.endSession({ id })
      await answers.invalidateQueries({ queryKey: sessions.key })
      setHasEnded(true)
    })
  const leaveEverywhere = () =>
    run('everywhere', async () => {
      onLeftEverywhere(await client.signOutEverywhere())
      forget()
    })

  if (data === undefined && error !== null) return <FaultNotice error={error} onRetry={() => void refetch()} />
  const list = data ?? []
  return (
    <section className={styles.sessions} aria-labelledby="sessions" aria-busy={data === undefined}>
      <h2 id="sessions">{t('sessions')}</h2>
      <p className={styles.hint}>{t('sessionsText')}</p>
      <ul>
        {list.map((one) => (
          <SessionLine key={one.id} session={one} busy={busy === one.id} onEnd={() => void (one.current ? run(one.id, session.signOut) : end(one.id))} />
        ))}
      </ul>
      <p role="status" className={styles.said}>{hasEnded ? t('ended') : ''}</p>
      {failure !== null && <p role="alert" className={styles.said} data-fault>{faultWords(failure)}</p>}
      {data !== undefined && (
        <Confirm
          label={t('everywhere')} question={t('everywhereText', { count: list.length })} yes={t('everywhereYes')} no={t('everywhereNo')}
          busy={busy === 'everywhere'} onConfirm={() => void leaveEverywhere()}
        />
      )}
    </section>
  )
}
