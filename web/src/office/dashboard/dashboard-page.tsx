import type { Screening } from '@mov-ticket/sdk'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useSearchParams } from 'wouter'
import { useAsk } from '../../data/use-ask.js'
import { ConnectionNote } from '../../seat-map/connection-note.js'
import type { SeatStore } from '../../seat-map/seat-store.js'
import { useSeats } from '../../seat-map/use-seats.js'
import { useLiveSeats } from '../../screening/use-live-seats.js'
import { FaultNotice } from '../../ui/fault-notice.js'
import { Notice } from '../../ui/notice.js'
import { OfficeScreening } from '../screening/office-screening.js'
import { ActivityCharts } from './activity-charts.js'
import { AsOf } from './as-of.js'
import styles from './dashboard-page.module.css'
import { NowPanel } from './now-panel.js'
import { activityOf, salesOf } from './questions.js'
import type { Activity } from './questions.js'
import { isSpanName } from './spans.js'
import type { SpanName } from './spans.js'
import { SpanSwitch } from './span-switch.js'
import { liveChanges, useAskedAgain } from './use-asked-again.js'

/** Time goes on where no seat changes: the charts do too. */
const RENEWED_MS = 20_000

export function DashboardPage({ id }: { readonly id: string }) {
  const store = useLiveSeats(id)
  return (
    <OfficeScreening id={id} at="dashboard" aside={<ConnectionNote store={store} />}>
      {(screening) => <Dashboard screening={screening} store={store} />}
    </OfficeScreening>
  )
}

function Dashboard({ screening, store }: { readonly screening: Screening; readonly store: SeatStore }) {
  const t = useTranslations('officeDashboard')
  const [search, setSearch] = useSearchParams()
  const named = search.get('span')
  const span: SpanName = isSpanName(named) ? named : 'hour'
  const sales = useAsk(salesOf(screening.id), { everyMs: RENEWED_MS })
  const activity = useAsk(activityOf(screening.id, span), { everyMs: RENEWED_MS, keepPrevious: true })
  const ask = () => void Promise.all([sales.refetch({ cancelRefetch: false }), activity.refetch({ cancelRefetch: false })])
  useAskedAgain(useMemo(() => liveChanges(store), [store]), ask)
  const error = activity.error ?? sales.error
  const isLost = useSeats(store, ({ status }) => status === 'stale' || status === 'ended')
  return (
    <div className={styles.dashboard}>
      <NowPanel screening={screening} store={store} sales={sales.data} />
      <section className={styles.activity} aria-label={t('activity')}>
        <div className={styles.tools}>
          <SpanSwitch span={span} onChange={(next) => setSearch({ span: next }, { replace: true })} />
          {activity.data !== undefined && <AsOf at={activity.dataUpdatedAt} failed={error !== null} onRetry={ask} />}
        </div>
        <div className={styles.charts} data-true={(error === null && !isLost && !activity.isPlaceholderData) || undefined}>
          <Charts screening={screening} activity={activity.data} error={error} onRetry={ask} />
        </div>
      </section>
    </div>
  )
}

/** The charts; before they are there, why not. */
function Charts({ screening, activity, error, onRetry }: {
  readonly screening: Screening
  readonly activity: Activity | null | undefined
  readonly error: Error | null
  readonly onRetry: () => void
}) {
  const t = useTranslations('officeDashboard')
  if (activity === undefined) return error === null ? <div className={styles.waiting} aria-busy="true" /> : <FaultNotice error={error} onRetry={onRetry} />
  if (activity === null) return <Notice title={t('unheard')}><p>{t('unheardText')}</p></Notice>
  return <ActivityCharts screening={screening} {...activity} />
}
