import { Suspense } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import { NotFoundPage } from './layout/not-found-page.js'
import { PageFault } from './layout/page-fault.js'
import { PageLoading } from './layout/page-loading.js'
import { onDemand } from './layout/page-on-demand.js'
import { ProgrammePage } from './programme/programme-page.js'

/** Pages come when they are opened; only the one that most people see first is there at once. */
const film = onDemand(async () => (await import('./film/film-page.js')).FilmPage)
const screening = onDemand(async () => (await import('./screening/screening-page.js')).ScreeningPage)
const orders = onDemand(async () => (await import('./orders/orders-page.js')).OrdersPage)
const order = onDemand(async () => (await import('./orders/order-page.js')).OrderPage)
const account = onDemand(async () => (await import('./account/account-page.js')).AccountPage)
const office = onDemand(async () => (await import('./office/office.js')).Office)

/** Where links of the programme lead, while nothing else is to be done: then nobody waits for those pages' code. */
export function fetchAhead(): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(fetchLinked)
  else setTimeout(fetchLinked, 1_000)
}

function fetchLinked(): void {
  // One that fails now is tried again when it is opened.
  void Promise.allSettled([film.fetch(), screening.fetch()])
}

export function Routes() {
  const [path] = useLocation()
  return (
    <PageFault at={path}>
      <Suspense fallback={<PageLoading />}>
        <Switch>
          <Route path="/" component={ProgrammePage} />
          <Route path="/films/:id">{({ id }) => <film.Page id={id} />}</Route>
          <Route path="/screenings/:id">{({ id }) => <screening.Page id={id} />}</Route>
          <Route path="/orders"><orders.Page /></Route>
          <Route path="/orders/:id">{({ id }) => <order.Page id={id} />}</Route>
          <Route path="/account"><account.Page /></Route>
          <Route path="/office" nest><office.Page /></Route>
          <Route component={NotFoundPage} />
        </Switch>
      </Suspense>
    </PageFault>
  )
}
