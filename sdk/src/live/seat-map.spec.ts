import { array, assert, constantFrom, nat, oneof, option, property, record, uniqueArray } from 'fast-check'
import { expect, it } from 'vitest'
import type { SeatMapChangedSubscription } from '../generated/types.js'
import { emptySeatMap, mergeSeatMap } from './seat-map.js'
import type { LiveTicket, SeatMapState } from './seat-map.js'

type Update = NonNullable<SeatMapChangedSubscription['seatMapChanged']>
type Status = LiveTicket['status']

const statuses: readonly Status[] = ['AVAILABLE', 'LOCKED', 'RESERVED', 'BLOCKED']
const SEATS = 5

/** The owner: says what changed since any version, as the graph does. */
function createServer() {
  let version = 1
  const tickets = Array.from({ length: SEATS }, (_, seat) => ticket(seat, 'AVAILABLE', 0))
  return {
    tickets: () => [...tickets],
    version: () => version,
    change(seats: readonly number[], status: Status) {
      version += 1
      for (const seat of seats) tickets[seat] = ticket(seat, status, version)
    },
    since(after: number | null): Update {
      const full = after === null || after > version
      const screening = { id: 's', status: 'ON_SALE' as const, availableCount: tickets.filter(({ status }) => status === 'AVAILABLE').length }
      return { version, full, screening, tickets: full ? [...tickets] : tickets.filter((each) => each.version > after) }
    },
  }
}

function ticket(seat: number, status: Status, version: number): LiveTicket {
  return {
    id: `t${seat}`, status, version, lockedUntil: null, price: { amount: 1, currency: 'EUR' },
    seat: { label: `A${seat}`, row: 'A', number: seat, kind: 'STANDARD', x: seat, y: 0 },
  }
}

const step = oneof(
  record({ seats: uniqueArray(nat(SEATS - 1), { minLength: 1 }), status: constantFrom(...statuses) }),
  // An answer to one who has an older version than we have, or nothing: wider than needed.
  record({ behind: option(nat(4)) }),
  // An answer from before, once more.
  record({ repeated: nat(20) }),
)

it('after any answers, wider than needed, repeated and late, the next one makes it the map of the server', () => {
  assert(
    property(array(step, { maxLength: 30 }), (steps) => {
      const server = createServer()
      const answers = [server.since(null)]
      let map: SeatMapState = mergeSeatMap(emptySeatMap, server.since(null))
      for (const each of steps) {
        if ('seats' in each) server.change(each.seats, each.status)
        else if ('behind' in each) {
          const answer = server.since(each.behind === null ? null : Math.max(0, (map.version ?? 0) - each.behind))
          answers.push(answer)
          map = mergeSeatMap(map, answer)
        } else {
          // A full one means "forget what you had"; only the others can come late.
          const late = answers[each.repeated % answers.length]
          if (late !== undefined && !late.full) map = mergeSeatMap(map, late)
        }
      }
      map = mergeSeatMap(map, server.since(map.version))
      expect([...map.tickets.values()]).toEqual(server.tickets())
      expect(map.version).toBe(server.version())
      expect(mergeSeatMap(map, server.since(map.version)).changed).toEqual([])
    }),
  )
})

it('says exactly what changed, and leaves the map before as it was', () => {
  const server = createServer()
  const before = mergeSeatMap(emptySeatMap, server.since(null))
  expect(before.changed).toHaveLength(SEATS)
  server.change([1, 3], 'LOCKED')
  const after = mergeSeatMap(before, server.since(before.version))
  expect(after.changed.map(({ id, status }) => [id, status])).toEqual([['t1', 'LOCKED'], ['t3', 'LOCKED']])
  expect(before.tickets.get('t1')?.status).toBe('AVAILABLE')
  expect([...after.tickets.keys()]).toEqual(['t0', 't1', 't2', 't3', 't4'])
})

it('believes a full answer of a lower version: the server was restored', () => {
  const server = createServer()
  const restored = server.since(null)
  server.change([0], 'RESERVED')
  const map = mergeSeatMap(emptySeatMap, server.since(null))
  expect(mergeSeatMap(map, restored)).toMatchObject({ version: 1, changed: [{ id: 't0', status: 'AVAILABLE' }] })
})
