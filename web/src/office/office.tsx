import { NotYetPage } from '../layout/not-yet-page.js'

/** Everything below /office; its routes are its own (wouter's `nest`: "/" here is "/office"). */
export function Office() {
  return <NotYetPage page="office" />
}
