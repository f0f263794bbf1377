/**
 * Books the best two seats of the next screening, and reserves them:
 *
 *     node sdk/examples/book-best-seats.mjs [url] [screening id]
 */
import { createClient } from '@mov-ticket/sdk'

const [url = 'http://127.0.0.1:4000/graphql', wanted] = process.argv.slice(2)
const client = createClient({ url })

const { EMAIL: email = 'ada@demo.example', PASSWORD: password = 'popcorn-please' } = process.env
const signedIn = await client.signIn({ input: { email, password } })
if (signedIn.__typename === 'SignInRefused') throw new Error(signedIn.message)

const screening = wanted === undefined ? await nextOnSale() : await client.screening({ id: wanted })
if (screening == null) throw new Error('There is no such screening.')
console.log(`${screening.movie.title}, ${screening.auditorium.name}, ${new Date(screening.startsAt).toLocaleString()}`)

const booked = await client.createBestOrder({ input: { screeningId: screening.id, count: 2 } })
if (booked.__typename === 'OrderRefused') throw new Error(booked.refusal.message)
const { id: orderId, tickets, total, expiresAt } = booked.order
const seconds = Math.round((Date.parse(expiresAt ?? '') - client.clock.now()) / 1_000)
console.log(`${tickets.map(({ seat }) => seat.label).join(' and ')} are yours for ${seconds} s: ${price(total)}`)

const reserved = await client.reserveOrder({ orderId })
if (reserved.__typename === 'OrderRefused') throw new Error(reserved.refusal.message)
console.log(`Order ${orderId} is ${reserved.order.status}.`)
await client.signOut()

async function nextOnSale() {
  const { nodes } = await client.screenings({ from: new Date().toISOString(), first: 50 })
  return nodes.find(({ status, availableCount }) => status === 'ON_SALE' && availableCount >= 2)
}

function price(money) {
  if (money === null) return ''
  return new Intl.NumberFormat('en', { style: 'currency', currency: money.currency }).format(money.amount / 100)
}
