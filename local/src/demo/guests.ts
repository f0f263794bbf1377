import { forEachAtMost } from './at-most.js'
import { bookBestSeats, demoClient, readScreenings, signedUp } from './graph.js'

/** Two days: what somebody looks at first. */
const aheadMs = 2 * 24 * 60 * 60_000
const guests = 6
const atOnce = 8
const seatsPerOrder = 8

/**
 * Guests who booked before: of the coming screenings where nobody has a ticket yet, some fill up. So a visitor sees maps
 * as they are in a cinema. How many depends on the screening alone: asked again, nobody books more.
 */
export async function bookAsGuests({ url, now, log, signal }: {
  url: string
  now: Date
  log: (line: string) => void
  /** Those that have not begun to book do not. */
  signal: AbortSignal
}): Promise<void> {
  const houses = await readScreenings(demoClient(url), now, new Date(now.getTime() + aheadMs))
  const wishes = houses
    .filter(({ availableCount, ticketCount }) => availableCount === ticketCount)
    .flatMap(({ id, ticketCount }) => {
      const number = numberOf(id)
      const orders = Math.round((ticketCount * (shares[number % shares.length] ?? 0)) / seatsPerOrder)
      return Array.from({ length: orders }, (_, order) => ({ screeningId: id, guest: (number + order) % guests, key: `guest ${order}` }))
    })
  if (wishes.length === 0) return
  const people = await Promise.all(
    Array.from({ length: guests }, async (_, number) =>
      signedUp(url, { email: `guest${number}@demo.example`, password: 'popcorn-please', name: `Guest ${number}` }),
    ),
  )
  let booked = 0
  await forEachAtMost(atOnce, wishes, async ({ screeningId, guest, key }) => {
    const client = people[guest]
    if (client !== undefined && !signal.aborted) booked += await bookBestSeats(client, screeningId, seatsPerOrder, key)
  })
  if (booked > 0) log(`guests booked ${booked} seats`)
}

function numberOf(id: string): number {
  return Array.from(id).reduce((sum, character) => sum + character.charCodeAt(0), 0)
}

/** From an empty house to one that is nearly sold out. */
const shares = [0.3, 0.62, 0.12, 0.85, 0, 0.45, 0.2]
