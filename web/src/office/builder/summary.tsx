import { GraphError } from '@mov-ticket/sdk'
import { useFormatter, useTranslations } from 'use-intl'
import { useFaultWords } from '../../session/use-fault-words.js'
import { Button } from '../../ui/button.js'
import styles from './builder-page.module.css'
import { MOST_SEATS, lonelySpaces } from './checked.js'
import type { BuilderFault } from './checked.js'
import type { BuiltSeat } from './naming.js'

const kinds = ['STANDARD', 'PREMIUM', 'ACCESSIBLE', 'COMPANION'] as const

/** What it comes to, what to look at once more, and the one button. */
export function Summary({ seats, fault, error, isBusy }: {
  readonly seats: readonly BuiltSeat[]
  readonly fault: BuilderFault | undefined
  readonly error: unknown
  readonly isBusy: boolean
}) {
  const t = useTranslations('officeBuilder')
  const format = useFormatter()
  const counts = kinds.map((kind) => ({ kind, count: seats.filter((seat) => seat.kind === kind).length })).filter(({ count }) => count > 0)
  const rows = new Set(seats.map(({ row }) => row)).size
  const lonely = lonelySpaces(seats)
  const isWithoutSpace = seats.length > 0 && !seats.some(({ kind }) => kind === 'ACCESSIBLE')
  return (
    <div className={styles.summary}>
      <div className={styles.counts}>
        <p><b>{t('seats', { count: seats.length })}</b> {t('inRows', { count: rows })}</p>
        <p className={styles.hint}>{format.list(counts.map(({ kind, count }) => t(`ofKind.${kind}`, { count })), { type: 'unit' })}</p>
        {isWithoutSpace && <p className={styles.warning}>{t('hints.noAccessible')}</p>}
        {lonely > 0 && <p className={styles.warning}>{t('hints.lonely', { count: lonely })}</p>}
        {fault !== undefined && <p role="alert" className={styles.fault}>{t(`faults.${fault}`, { count: seats.length, most: MOST_SEATS, name: '' })}</p>}
        {error !== null && <p role="alert" className={styles.fault}><ErrorWords error={error} /></p>}
      </div>
      <Button kind="main" type="submit" busy={isBusy}>{t('save')}</Button>
    </div>
  )
}

function ErrorWords({ error }: { readonly error: unknown }) {
  const t = useTranslations('officeBuilder.faults')
  const words = useFaultWords()
  if (!(error instanceof GraphError)) return words(error)
  if (error.code === 'FORBIDDEN' || error.code === 'UNAUTHENTICATED') return t('forbidden')
  return error.code === 'BAD_USER_INPUT' ? t('refused', { message: Object.values(error.fields)[0] ?? error.message }) : words(error)
}
