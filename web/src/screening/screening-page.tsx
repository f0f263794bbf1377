import type { Screening } from '@mov-ticket/sdk'
import { useCallback, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { remember, remembered } from '../data/remember.js'
import { useAsk } from '../data/use-ask.js'
import { useDates } from '../i18n/use-dates.js'
import { NotFoundPage } from '../layout/not-found-page.js'
import { Page } from '../layout/page.js'
import { PageLoading } from '../layout/page-loading.js'
import { ConnectionNote } from '../seat-map/connection-note.js'
import { Legend } from '../seat-map/legend.js'
import { SeatList } from '../seat-map/seat-list.js'
import { SeatMap } from '../seat-map/seat-map.js'
import type { SeatStore } from '../seat-map/seat-store.js'
import { useSeats } from '../seat-map/use-seats.js'
import { useSeatWords } from '../seat-map/use-seat-words.js'
import { FaultNotice } from '../ui/fault-notice.js'
import { screeningOf } from './questions.js'
import styles from './screening-page.module.css'
import { Tray } from './tray.js'
import { useBooking } from './use-booking.js'
import { useLiveSeats } from './use-live-seats.js'
import { ViewSwitch } from './view-switch.js'
import type { View } from './view-switch.js'

export function ScreeningPage({ id }: { readonly id: string }) {
  const { data: screening, error, refetch } = useAsk(screeningOf(id))
  if (screening === null) return <NotFoundPage />
  if (screening === undefined) return error === null ? <PageLoading /> : <FaultNotice error={error} onRetry={() => void refetch()} />
  return <SeatChoice key={id} screening={screening} />
}

function SeatChoice({ screening }: { readonly screening: Screening }) {
  const t = useTranslations('screening')
  const dates = useDates()
  const words = useSeatWords()
  const store = useLiveSeats(screening.id)
  const booking = useBooking(screening.id, store)
  const [view, setView] = useState<View>(remembered('view') === 'list' ? 'list' : 'map')
  const plan = useSeats(store, (now) => now.plan)
  const isTrue = useSeats(store, (now) => now.status === 'live')
  const { movie, auditorium, startsAt, maxTicketsPerOrder } = screening
  const moment = dates.moment(new Date(startsAt))
  const toggle = useCallback((seat: string) => store.toggle(seat, maxTicketsPerOrder), [store, maxTicketsPerOrder])

  function show(next: View): void {
    setView(next)
    remember('view', next)
  }

  const Seats = view === 'map' ? SeatMap : SeatList
  return (
    <Page
      title={t('title', { film: movie.title, moment })}
      heading={<Link to={`/films/${movie.id}`} className={styles.film}>{movie.title}</Link>}
    >
      <div className={styles.facts}>
        <p><time dateTime={startsAt}>{moment}</time> · {auditorium.name} · <FreeCount screening={screening} store={store} /></p>
        <div className={styles.showing}>
          <ConnectionNote store={store} />
          <ViewSwitch view={view} onChange={show} />
        </div>
      </div>
      <div className={styles.room}>
        <div className={styles.seats} data-true={isTrue || undefined}>
          {plan === null ? <div className={styles.waiting} aria-busy="true" /> : <Seats plan={plan} store={store} words={words} onToggle={toggle} />}
          {plan !== null && <Legend plan={plan} words={words} />}
        </div>
        <Tray screening={screening} store={store} words={words} booking={booking} />
      </div>
    </Page>
  )
}

/** By itself, since it changes with every seat: the page around it does not. */
function FreeCount({ screening, store }: { readonly screening: Screening; readonly store: SeatStore }) {
  const t = useTranslations('screening')
  const count = useSeats(store, (now) => now.availableCount) ?? screening.availableCount
  return <span className={styles.count}>{t('free', { count, all: screening.ticketCount })}</span>
}
