import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSearchParams } from 'wouter'
import { useAsk } from '../../data/use-ask.js'
import { useDates } from '../../i18n/use-dates.js'
import { Page } from '../../layout/page.js'
import { PageLoading } from '../../layout/page-loading.js'
import { startOf } from '../../programme/days.js'
import { byDay } from '../../programme/timetable.js'
import { Button, ButtonLink } from '../../ui/button.js'
import { FaultNotice } from '../../ui/fault-notice.js'
import { Notice } from '../../ui/notice.js'
import type { ScreeningTab } from '../screening/screening-tabs.js'
import { PeriodSwitch } from './period-switch.js'
import { screeningsIn } from './questions.js'
import type { Period } from './questions.js'
import { DayTable } from './day-table.js'
import styles from './screenings-page.module.css'

const RENEWED_MS = 20_000

/** All screenings by day; `leadsTo` says to which page of theirs the films' names lead. `?when=past` are those of late. */
export function ScreeningsPage({ leadsTo }: { readonly leadsTo: 'seats' | 'history' }) {
  const t = useTranslations('office.list')
  const [search, setSearch] = useSearchParams()
  const period: Period = search.get('when') === 'past' ? 'past' : 'coming'
  return (
    <Page title={t(leadsTo === 'seats' ? 'screenings' : 'history')}>
      <div className={styles.tools}>
        <PeriodSwitch period={period} onChange={(next) => setSearch(next === 'past' ? { when: 'past' } : {}, { replace: true })} />
        {leadsTo === 'seats' && <ButtonLink kind="main" to="/screenings/new">{t('schedule')}</ButtonLink>}
      </div>
      <Screenings key={period} period={period} leadsTo={leadsTo} />
    </Page>
  )
}

function Screenings({ period, leadsTo }: { readonly period: Period; readonly leadsTo: ScreeningTab }) {
  const t = useTranslations('office.list')
  const dates = useDates()
  const [pages, setPages] = useState(1)
  const { data, error, refetch, isFetching } = useAsk(screeningsIn(period, pages), { keepPrevious: true, everyMs: RENEWED_MS })
  if (data === undefined) return error === null ? <PageLoading /> : <FaultNotice error={error} onRetry={() => void refetch()} />
  if (data.nodes.length === 0) {
    return period === 'past' ? (
      <Notice title={t('nonePast')}><p>{t('nonePastText')}</p></Notice>
    ) : (
      <Notice title={t('none')}><p>{t('noneText')}</p></Notice>
    )
  }
  const days = byDay(data.nodes)
  return (
    <div className={styles.days}>
      {(period === 'past' ? days.toReversed() : days).map(([day, screenings]) => (
        <DayTable key={day} name={dates.nearDay(startOf(day))} screenings={screenings} leadsTo={leadsTo} />
      ))}
      {data.nodes.length < data.total && <Button className={styles.more} busy={isFetching} onClick={() => setPages(pages + 1)}>{t('more')}</Button>}
    </div>
  )
}
