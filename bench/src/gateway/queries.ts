/** What is asked: bodies of requests, the same bytes each time. */
export interface Question {
  readonly title: string
  readonly body: string
}

/** One fetch, ten films: everything in it is public. */
const light = `query Films { movies(first: 10) { nodes { id title rating runtimeMinutes genres } } }`

/** One fetch, 300 seats: public too, and 50 KB. */
const seats = `query Seats($id: ID!) {
  screening(id: $id) {
    id startsAt status version movie { id title } auditorium { id name }
    tickets { id status version seat { label kind x y } price { amount currency } }
  }
}`

/** Somebody's 20 bookings with 80 tickets, through all three subgraphs and back: nothing that others may see. */
const heavy = `query Bookings {
  me {
    id name email
    orders(first: 20) {
      nodes {
        id status createdAt expiresAt version total { amount currency } user { id name }
        screening { id startsAt status movie { id title rating } auditorium { id name seatCount } prices { kind price { amount currency } } }
        tickets { id status seat { label kind } price { amount currency } }
      }
    }
  }
}`

export const questions: readonly Question[] = [
  { title: 'light', body: JSON.stringify({ query: light }) },
  { title: 'seat map', body: JSON.stringify({ query: seats, variables: { id: 's1' } }) },
  { title: 'heavy', body: JSON.stringify({ query: heavy }) },
]
