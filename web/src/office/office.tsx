import { Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { NotFoundPage } from '../layout/not-found-page.js'
import { PageLoading } from '../layout/page-loading.js'
import { onDemand } from '../layout/page-on-demand.js'
import { OfficeGate } from './office-gate.js'
import { OfficeNav } from './office-nav.js'
import { OfficeWords } from './office-words.js'
import { ScreeningsPage } from './screenings/screenings-page.js'

const schedule = onDemand(async () => (await import('./schedule/schedule-page.js')).SchedulePage)
const seats = onDemand(async () => (await import('./seats/seats-page.js')).SeatsPage)
const dashboard = onDemand(async () => (await import('./dashboard/dashboard-page.js')).DashboardPage)
const overview = onDemand(async () => (await import('./dashboard/overview-page.js')).OverviewPage)
const history = onDemand(async () => (await import('./history/history-page.js')).HistoryPage)
const auditoriums = onDemand(async () => (await import('./auditoriums/auditoriums-page.js')).AuditoriumsPage)
const builder = onDemand(async () => (await import('./builder/builder-page.js')).BuilderPage)

/** Everything below /office; its routes are its own (wouter's `nest`: "/" here is "/office"). */
export function Office() {
  return (
    <OfficeWords>
      <OfficeGate>
        <OfficeNav />
        <Suspense fallback={<PageLoading />}>
          <Switch>
            <Route path="/"><ScreeningsPage key="seats" leadsTo="seats" /></Route>
            <Route path="/dashboard"><overview.Page /></Route>
            <Route path="/history"><ScreeningsPage key="history" leadsTo="history" /></Route>
            <Route path="/screenings/new"><schedule.Page /></Route>
            <Route path="/screenings/:id">{({ id }) => <seats.Page key={id} id={id} />}</Route>
            <Route path="/screenings/:id/dashboard">{({ id }) => <dashboard.Page key={id} id={id} />}</Route>
            <Route path="/screenings/:id/history">{({ id }) => <history.Page key={id} id={id} />}</Route>
            <Route path="/auditoriums"><auditoriums.Page /></Route>
            <Route path="/auditoriums/new"><builder.Page /></Route>
            <Route component={NotFoundPage} />
          </Switch>
        </Suspense>
      </OfficeGate>
    </OfficeWords>
  )
}
