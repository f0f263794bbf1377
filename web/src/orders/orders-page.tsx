import { NotYetPage } from '../layout/not-yet-page.js'

export function OrdersPage() {
  return <NotYetPage page="orders" />
}
