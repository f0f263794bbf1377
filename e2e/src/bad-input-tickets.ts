import {
  asking,
  type BadInput,
  type Change,
  forbidden,
  given,
  invalid,
  notFound,
  unauthenticated,
  withInput,
} from './bad-input.js'
import type { World } from './bad-input-world.js'
import { seatsOf } from './screenings.js'

const movie = withInput('mutation ($input: CreateMovieInput!) { createMovie(input: $input) { id } }', () => ({
  title: 'Detour',
  synopsis: 'A lift too many.',
  runtimeMinutes: 68,
  genres: ['Crime'],
}))
const auditorium = withInput(
  'mutation ($input: CreateAuditoriumInput!) { createAuditorium(input: $input) { id } }',
  () => ({ name: 'Small', seats: seatsOf(1, 3) }),
)
const showing = withInput(
  'mutation ($input: ScheduleScreeningInput!) { scheduleScreening(input: $input) { id } }',
  ({ screening }) => ({
    movieId: screening.movieId,
    auditoriumId: screening.auditoriumId,
    startsAt: new Date(Date.now() + 86_400_000).toISOString(),
    currency: 'EUR',
    prices: prices({ STANDARD: 1_000 }),
  }),
)
const cancelText = 'mutation ($id: ID!) { cancelScreening(id: $id) { id } }'
const blockText = 'mutation ($ids: [ID!]!, $reason: String!) { blockTickets(ids: $ids, reason: $reason) { id } }'
const fromText = 'query ($from: DateTime) { screenings(from: $from) { totalCount } }'

function prices(amounts: Record<string, number>): { kind: string; amount: number }[] {
  return Object.entries(amounts).map(([kind, amount]) => ({ kind, amount }))
}

/** The tickets at these places of the screening. */
function block(places: readonly number[], change: Change = {}) {
  return asking(blockText, (world) => ({
    ids: places.map((place) => world.screening.ticketIds[place]),
    reason: 'broken',
    ...(typeof change === 'function' ? change(world) : change),
  }))
}

const twoScreenings = ({ screening, elsewhere }: World): Record<string, unknown> => ({
  ids: [screening.ticketIds[5], elsewhere.ticketIds[5]],
})
const twice = [...seatsOf(1, 3), { row: 'A', number: 2 }]
const twoPrices = [...prices({ STANDARD: 1 }), ...prices({ STANDARD: 2 })]
const longAgo = '2001-01-01T20:00:00.000Z'

export const badTickets: readonly BadInput[] = [
  given(
    'nobody',
    'a page of 1,000 movies',
    asking('{ movies(first: 1000) { totalCount } }'),
    invalid('first', /1 to 100/),
  ),
  given(
    'nobody',
    'screenings after a bad cursor',
    asking('{ screenings(after: "!") { totalCount } }'),
    invalid('after', /cursor/),
  ),
  given(
    'nobody',
    'screenings from no date',
    asking(fromText, () => ({ from: 'tomorrow' })),
    invalid('from', /tomorrow|RFC 3339/),
  ),

  given('buyer', 'a movie made by a buyer', movie({}), forbidden),
  given('nobody', 'a movie made by nobody', movie({}), unauthenticated),
  given('admin', 'a movie without a title', movie({ title: '' }), invalid('input.title', /title/)),
  given(
    'admin',
    'a movie of no length',
    movie({ runtimeMinutes: 0 }),
    invalid('input.runtimeMinutes', /runtimeMinutes/),
  ),
  given('admin', 'a movie of half a minute', movie({ runtimeMinutes: 0.5 }), invalid('input.runtimeMinutes', /Int/)),

  given('admin', 'an auditorium without a seat', auditorium({ seats: [] }), invalid('input.seats', /seats/)),
  given(
    'admin',
    'an auditorium with one seat twice',
    auditorium({ seats: twice }),
    invalid('input.seats.3', /A2|seats/),
  ),
  given('buyer', 'an auditorium made by a buyer', auditorium({}), forbidden),

  given('admin', 'a screening of an unknown movie', showing({ movieId: 'unknown' }), notFound('movie')),
  given('admin', 'a screening in an unknown auditorium', showing({ auditoriumId: 'unknown' }), notFound('auditorium')),
  given('admin', 'a screening in the past', showing({ startsAt: longAgo }), invalid('input.startsAt', /future/)),
  given(
    'admin',
    'a screening in a currency that is none',
    showing({ currency: 'euro' }),
    invalid('input.currency', /currency/),
  ),
  given(
    'admin',
    'a screening without a price for its seats',
    showing({ prices: prices({ PREMIUM: 1_000 }) }),
    invalid('input.prices', /kind of seat/),
  ),
  given(
    'admin',
    'a screening with a price below nothing',
    showing({ prices: prices({ STANDARD: -1 }) }),
    invalid('input.prices.0.amount', /amount/),
  ),
  given(
    'admin',
    'a screening with two prices for one kind',
    showing({ prices: twoPrices }),
    invalid('input.prices', /prices/),
  ),
  given('admin', 'a lock of no time', showing({ lockSeconds: 0 }), invalid('input.lockSeconds', /lockSeconds/)),
  given(
    'admin',
    'a lock of more than an hour',
    showing({ lockSeconds: 3_601 }),
    invalid('input.lockSeconds', /lockSeconds/),
  ),
  given(
    'admin',
    'a screening that sells nothing',
    showing({ maxTicketsPerOrder: 0 }),
    invalid('input.maxTicketsPerOrder', /maxTicketsPerOrder/),
  ),
  given('buyer', 'a screening scheduled by a buyer', showing({}), forbidden),
  given(
    'admin',
    'cancelling an unknown screening',
    asking(cancelText, () => ({ id: 'unknown' })),
    notFound('screening'),
  ),
  given(
    'buyer',
    'a screening cancelled by a buyer',
    asking(cancelText, ({ screening }) => ({ id: screening.id })),
    forbidden,
  ),

  given('admin', 'blocking no ticket', block([]), invalid('ids', /1 to/)),
  given('admin', 'blocking without a reason', block([5], { reason: '' }), invalid('reason', /reason/)),
  given('admin', 'blocking tickets of two screenings', block([], twoScreenings), invalid('ids.1', /screening/i)),
  given('admin', 'blocking a locked ticket', block([0]), invalid('ids.0', /\w/)),
  given('admin', 'blocking a reserved ticket and a free one', block([1, 2]), invalid('ids.0', /\w/)),
  given('buyer', 'tickets blocked by a buyer', block([5]), forbidden),
]
