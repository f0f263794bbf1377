/** What the subgraphs know: always the same. Resolvers by subgraph. */

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index)
const money = (amount: number) => ({ amount, currency: 'EUR' })
const at = '2027-01-01T20:00:00.000Z'

const movies = range(10).map((index) => ({
  id: `m${index}`,
  title: `Film number ${index}`,
  synopsis: 'Somebody wants something, and it is hard to get.',
  runtimeMinutes: 90 + index,
  rating: 'PG',
  genres: ['Drama', 'Comedy'],
}))
const auditorium = { id: 'a1', name: 'Arena', seatCount: 300 }
const prices = [{ kind: 'STANDARD', price: money(1_250) }]

const ticketOf = (id: string) => {
  const number = Number(id.slice(1))
  const seat = { label: `A${number}`, row: 'A', number, kind: 'STANDARD', x: number % 25, y: Math.floor(number / 25) }
  return { id, status: number % 3 === 0 ? 'RESERVED' : 'AVAILABLE', version: number, seat, price: money(1_250) }
}
const tickets = range(300).map((index) => ticketOf(`t${index}`))

const screeningOf = (id: string) => ({
  id, auditorium, prices, tickets, startsAt: at, status: 'ON_SALE', version: 7, movie: movies[Number(id.slice(1)) % movies.length],
})

const ordersOfUser = range(20).map((index) => ({
  id: `o${index}`,
  status: 'LOCKED',
  user: { id: 'u1' },
  screening: { id: `s${index % 10}` },
  tickets: range(4).map((seat) => ({ id: `t${index * 4 + seat}` })),
  total: money(5_000),
  createdAt: at,
  expiresAt: at,
  version: index,
}))
const user = { id: 'u1', name: 'Ada', email: 'ada@bench.example', role: 'CUSTOMER', createdAt: at }
type Reference = { readonly id: string }

export const resolversOf: Readonly<Record<'auth' | 'tickets' | 'orders', object>> = {
  auth: { Query: { me: () => user }, User: { __resolveReference: ({ id }: Reference) => ({ ...user, id }) } },
  tickets: {
    Query: {
      movies: () => ({ nodes: movies, totalCount: movies.length }),
      screening: (_: unknown, { id }: Reference) => screeningOf(id),
    },
    Movie: { __resolveReference: ({ id }: Reference) => movies.find((movie) => movie.id === id) },
    Screening: { __resolveReference: ({ id }: Reference) => screeningOf(id) },
    Ticket: { __resolveReference: ({ id }: Reference) => ticketOf(id) },
  },
  orders: {
    User: { __resolveReference: ({ id }: Reference) => ({ id }), orders: () => ({ nodes: ordersOfUser, totalCount: ordersOfUser.length }) },
  },
}
