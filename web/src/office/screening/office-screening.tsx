import type { Screening } from '@mov-ticket/sdk'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { useAsk } from '../../data/use-ask.js'
import { useDates } from '../../i18n/use-dates.js'
import { NotFoundPage } from '../../layout/not-found-page.js'
import { Page } from '../../layout/page.js'
import { PageLoading } from '../../layout/page-loading.js'
import { screeningOf } from '../../screening/questions.js'
import { FaultNotice } from '../../ui/fault-notice.js'
import styles from './office-screening.module.css'
import { ScreeningTabs } from './screening-tabs.js'
import type { ScreeningTab } from './screening-tabs.js'

/** What all pages of a screening begin with: which it is, and the way to the others. `aside` stands beside the tabs. */
export function OfficeScreening({ id, at, aside, children }: {
  readonly id: string
  readonly at: ScreeningTab
  readonly aside?: ReactNode
  readonly children: (screening: Screening) => ReactNode
}) {
  const { data: screening, error, refetch } = useAsk(screeningOf(id))
  if (screening === null) return <NotFoundPage />
  if (screening === undefined) return error === null ? <PageLoading /> : <FaultNotice error={error} onRetry={() => void refetch()} />
  return <Known screening={screening} at={at} aside={aside}>{children(screening)}</Known>
}

function Known({ screening, at, aside, children }: { readonly screening: Screening; readonly at: ScreeningTab; readonly aside: ReactNode; readonly children: ReactNode }) {
  const t = useTranslations('office.screening')
  const dates = useDates()
  const { id, movie, auditorium, startsAt, status } = screening
  const moment = dates.moment(new Date(startsAt))
  return (
    <Page title={t('title', { film: movie.title, moment, page: t(at) })} heading={movie.title}>
      <p className={styles.facts}>
        <time dateTime={startsAt}>{moment}</time> · {auditorium.name}
        {status !== 'ON_SALE' && <> · <b>{t(status === 'CLOSED' ? 'closed' : 'cancelled')}</b></>}
        {' · '}<Link to={`~/screenings/${id}`}>{t('public')}</Link>
      </p>
      <div className={styles.ways}>
        <ScreeningTabs id={id} at={at} />
        {aside}
      </div>
      {children}
    </Page>
  )
}
