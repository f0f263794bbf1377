import { NotYetPage } from '../layout/not-yet-page.js'

export function AccountPage() {
  return <NotYetPage page="account" />
}
