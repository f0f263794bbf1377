import { useTranslations } from 'use-intl'
import { useSearchParams } from 'wouter'
import { useAsk } from '../../data/use-ask.js'
import { Page } from '../../layout/page.js'
import { PageLoading } from '../../layout/page-loading.js'
import { FaultNotice } from '../../ui/fault-notice.js'
import { Notice } from '../../ui/notice.js'
import { AsOf } from './as-of.js'
import styles from './overview-page.module.css'
import { overviewOf } from './overview-questions.js'
import { OverviewTable } from './overview-table.js'
import { OverviewTotals } from './overview-totals.js'
import { isSortKey, sorted } from './sorting.js'

const DAYS = 7
const RENEWED_MS = 20_000

/** The coming week: how full, and what it brings in. `?sort=` says by which column. */
export function OverviewPage() {
  const t = useTranslations('officeDashboard.overview')
  const [search, setSearch] = useSearchParams()
  const named = search.get('sort')
  const sort = isSortKey(named) ? named : 'start'
  const { data, error, dataUpdatedAt, refetch } = useAsk(overviewOf(DAYS), { everyMs: RENEWED_MS })
  const ask = () => void refetch({ cancelRefetch: false })
  if (data === undefined) return error === null ? <PageLoading /> : <FaultNotice error={error} onRetry={ask} />
  return (
    <Page title={t('title', { days: DAYS })}>
      {data.screenings.length === 0 ? (
        <Notice title={t('none')}><p>{t('noneText', { days: DAYS })}</p></Notice>
      ) : (
        <div className={styles.overview} data-true={error === null || undefined}>
          <OverviewTotals screenings={data.screenings} />
          <AsOf at={dataUpdatedAt} failed={error !== null} onRetry={ask} />
          <OverviewTable screenings={sorted(data.screenings, sort)} sort={sort} onSort={(by) => setSearch(by === 'start' ? {} : { sort: by }, { replace: true })} />
          {data.total > data.screenings.length && <p className={styles.more}>{t('more', { shown: data.screenings.length, total: data.total })}</p>}
        </div>
      )}
    </Page>
  )
}
