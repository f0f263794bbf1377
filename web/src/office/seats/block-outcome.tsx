import { GraphError } from '@mov-ticket/sdk'
import { useFormatter, useTranslations } from 'use-intl'
import tray from '../../screening/tray.module.css'
import type { PlanSeat } from '../../seat-map/plan.js'
import { useFaultWords } from '../../session/use-fault-words.js'
import { Button } from '../../ui/button.js'
import styles from './block-tray.module.css'
import type { Blocking, Problem } from './use-blocking.js'

const NAMED = 12

/** What came of it, with the way back. */
export function BlockOutcome({ blocking }: { readonly blocking: Blocking }) {
  const t = useTranslations('officeSeats')
  const format = useFormatter()
  const { done, problem } = blocking

  function names(seats: readonly PlanSeat[]): string {
    const labels = seats.slice(0, NAMED).map(({ label }) => label)
    return format.list(seats.length > NAMED ? [...labels, t('more', { count: seats.length - NAMED })] : labels, { type: seats.length > NAMED ? 'unit' : 'conjunction' })
  }

  function undo(): void {
    if (done?.kind === 'blocked') void blocking.free(done.seats, done.reason)
    else if (done?.kind === 'freed' && done.reason !== null) void blocking.block(done.seats, done.reason)
  }

  return (
    <>
      <div role="status" className={styles.told}>
        {done !== null && (
          <>
            <p>{t(`done.${done.kind}`, { seats: names(done.seats), count: done.seats.length })}</p>
            {done.reason !== null && <Button onClick={undo} busy={blocking.busy !== null}>{t('done.undo')}</Button>}
          </>
        )}
      </div>
      {problem !== null && (
        <div role="alert" className={tray.problem}>
          <ProblemWords problem={problem} names={names} />
          {'taken' in problem && problem.others.length > 0 && (
            <Button onClick={() => void blocking.block(problem.others, problem.reason)}>{t('refused.others', { count: problem.others.length })}</Button>
          )}
        </div>
      )}
    </>
  )
}

function ProblemWords({ problem, names }: { readonly problem: Problem; readonly names: (seats: readonly PlanSeat[]) => string }) {
  const t = useTranslations('officeSeats.refused')
  const faultWords = useFaultWords()
  if ('taken' in problem) return <p>{t('taken', { seats: names(problem.taken), count: problem.taken.length })}</p>
  const { error } = problem
  if (!(error instanceof GraphError)) return <p>{faultWords(error)}</p>
  if (error.code === 'FORBIDDEN' || error.code === 'UNAUTHENTICATED') return <p>{t('forbidden')}</p>
  if ('ids' in error.fields) return <p>{t('cancelled')}</p>
  return <p>{error.fields['reason'] ?? faultWords(error)}</p>
}
