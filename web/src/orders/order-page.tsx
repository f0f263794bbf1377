import { NotYetPage } from '../layout/not-yet-page.js'

export function OrderPage({ id: _id }: { readonly id: string }) {
  return <NotYetPage page="orders" />
}
