import { Suspense, lazy } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import { PageLoading } from './layout/page-loading.js'
import { PageFault } from './layout/page-fault.js'
import { NotFoundPage } from './layout/not-found-page.js'
import { ProgrammePage } from './programme/programme-page.js'

const filmPage = async () => ({ default: (await import('./film/film-page.js')).FilmPage })
const screeningPage = async () => ({ default: (await import('./screening/screening-page.js')).ScreeningPage })

/** Pages come when they are opened; only the one that most people see first is there at once. */
const FilmPage = lazy(filmPage)
const ScreeningPage = lazy(screeningPage)
const OrdersPage = lazy(async () => ({ default: (await import('./orders/orders-page.js')).OrdersPage }))
const OrderPage = lazy(async () => ({ default: (await import('./orders/order-page.js')).OrderPage }))
const AccountPage = lazy(async () => ({ default: (await import('./account/account-page.js')).AccountPage }))
const Office = lazy(async () => ({ default: (await import('./office/office.js')).Office }))

/** Where links of the programme lead, while nothing else is to be done: then nobody waits for those pages' code. */
export function fetchAhead(): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(fetchLinked)
  else setTimeout(fetchLinked, 1_000)
}

function fetchLinked(): void {
  // One that fails now is tried again when it is opened.
  void Promise.allSettled([filmPage(), screeningPage()])
}

export function Routes() {
  const [path] = useLocation()
  return (
    <PageFault at={path}>
      <Suspense fallback={<PageLoading />}>
        <Switch>
          <Route path="/" component={ProgrammePage} />
          <Route path="/films/:id">{({ id }) => <FilmPage id={id} />}</Route>
          <Route path="/screenings/:id">{({ id }) => <ScreeningPage id={id} />}</Route>
          <Route path="/orders" component={OrdersPage} />
          <Route path="/orders/:id">{({ id }) => <OrderPage id={id} />}</Route>
          <Route path="/account" component={AccountPage} />
          <Route path="/office" nest component={Office} />
          <Route component={NotFoundPage} />
        </Switch>
      </Suspense>
    </PageFault>
  )
}
