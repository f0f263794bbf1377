import { NotYetPage } from '../layout/not-yet-page.js'

export function ScreeningPage({ id: _id }: { readonly id: string }) {
  return <NotYetPage page="screening" />
}
