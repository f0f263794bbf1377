/**
 * Draws the seat map of a screening, and draws it anew whenever a seat changes. Ctrl-C ends it.
 *
 *     node sdk/examples/watch-seats.mjs [url] [screening id]
 */
import { createClient } from '@mov-ticket/sdk'
import { drawSeats } from './draw-seats.mjs'

const [url = 'http://127.0.0.1:4000/graphql', wanted] = process.argv.slice(2)
const client = createClient({ url })

const screening = wanted === undefined ? await next() : await client.screening({ id: wanted })
if (screening == null) throw new Error('There is no such screening.')

const stop = new AbortController()
process.once('SIGINT', () => stop.abort())

for await (const { state, status, since, error } of client.seatMap.watch(screening.id, { signal: stop.signal })) {
  if (status === 'ended') throw error ?? new Error('The screening is gone.')
  const heading = `${screening.movie.title}, ${screening.auditorium.name}, ${new Date(screening.startsAt).toLocaleString()}`
  const lines = [heading, ...drawSeats([...state.tickets.values()]), '', news(status, since, state)]
  if (process.stdout.isTTY) process.stdout.write('\u001B[H\u001B[2J')
  console.log(`${lines.join('\n')}\n`)
}

async function next() {
  const { nodes } = await client.screenings({ from: new Date().toISOString(), first: 50 })
  return nodes.find((each) => each.status === 'ON_SALE')
}

/** What is shown may be old: that has to be said, or somebody walks to a seat that is gone. */
function news(status, since, { screening: now, version, changed }) {
  const time = new Date(since).toLocaleTimeString()
  if (status !== 'live') return `${status} since ${time}`
  const what = changed.length > 5 ? '' : changed.map((ticket) => `, ${ticket.seat.label} ${ticket.status}`).join('')
  return `live since ${time}, version ${version}: ${now.availableCount} seats free${what}`
}
