import { asking, type BadInput, forbidden, given, invalid, type Request, unauthenticated } from './bad-input.js'

const historyText = `query ($id: ID!, $first: Int, $after: String) {
  ticketHistory(ticketId: $id, first: $first, after: $after) { totalCount }
}`
const activityText = `query ($id: ID!, $from: DateTime!, $to: DateTime!, $step: Int!) {
  screeningActivity(screeningId: $id, from: $from, to: $to, stepSeconds: $step) { steps { locks } }
}`

function history(page: Record<string, unknown> = {}): Request {
  return asking(historyText, ({ screening }) => ({ id: screening.ticketIds[0], ...page }))
}

function activity(change: Record<string, unknown> = {}): Request {
  return asking(activityText, ({ screening }) => ({
    id: screening.id,
    from: '2030-05-17T12:00:00.000Z',
    to: '2030-05-17T13:00:00.000Z',
    step: 60,
    ...change,
  }))
}

/** What only administrators may ask, and auditoriums. */
export const badOffice: readonly BadInput[] = [
  given(
    'nobody',
    'a page of 0 auditoriums',
    asking('{ auditoriums(first: 0) { totalCount } }'),
    invalid('first', /1 to 100/),
  ),
  given(
    'nobody',
    'auditoriums after a bad cursor',
    asking('{ auditoriums(after: "!") { totalCount } }'),
    invalid('after', /cursor/),
  ),

  given('buyer', 'the history of a ticket of their own, asked by a buyer', history(), forbidden),
  given('nobody', 'the history of a ticket, asked by nobody', history(), unauthenticated),
  given('admin', 'a page of 101 holds', history({ first: 101 }), invalid('first', /1 to 100/)),
  given('admin', 'holds after a bad cursor', history({ after: '!' }), invalid('after', /cursor/)),

  given('buyer', 'the activity at a screening, asked by a buyer', activity(), forbidden),
  given('nobody', 'the activity at a screening, asked by nobody', activity(), unauthenticated),
  given('admin', 'activity in steps of no length', activity({ step: 0 }), invalid('stepSeconds', /1 to 86,400/)),
  given('admin', 'activity in 3,600 steps', activity({ step: 1 }), invalid('stepSeconds', /500/)),
  given('admin', 'activity backwards', activity({ to: '2030-05-17T11:00:00.000Z' }), invalid('to', /after/)),
  given('admin', 'activity from no date', activity({ from: 'noon' }), invalid('from', /noon|RFC 3339/)),
]
