import { describe, expect, test } from 'vitest'
import { NOON, ask, given, house, later, lock, lockBest, room, seatMap, ticketIds, when } from '../testing/scene.js'

describe('locking named seats', () => {
  test('an order for free seats gets all of them, in plan order, with their prices', () => {
    const { events, scene } = when(house(room('SSPS')), lock('o1', ['A3', 'A1']))
    expect(events).toMatchObject([
      {
        type: 'seats.locked',
        sequence: 2,
        payload: {
          orderId: 'o1', buyerId: 'buyer-of-o1', status: 'LOCKED', sequence: 2,
          lockedUntil: '2030-05-17T12:03:00.000Z', remainingMs: 180_000, firstLockedAt: NOON.toISOString(),
          tickets: [
            { ticketId: ticketIds('A1')[0], price: { amount: 1200, currency: 'EUR' } },
            { ticketId: ticketIds('A3')[0], price: { amount: 1800, currency: 'EUR' } },
          ],
        },
      },
    ])
    expect(seatMap(scene)).toEqual({ A1: 'LOCKED', A2: 'AVAILABLE', A3: 'LOCKED', A4: 'AVAILABLE' })
  })

  test('SEATS_UNAVAILABLE lists exactly the tickets that were not free, and locks none of the others', () => {
    const before = given(house(room(5)), lock('o1', ['A2']), { type: 'BLOCK', labels: ['A4'], reason: 'broken' })
    const { answers, batch } = when(before, lock('o2', ['A1', 'A2', 'A3', 'A4']))
    expect(answers).toMatchObject([
      { type: 'seats.refused', payload: { status: 'NONE', refusal: { code: 'SEATS_UNAVAILABLE', ticketIds: ticketIds('A2', 'A4') } } },
    ])
    expect(batch.screening).toBe(before.screening)
  })

  test('a seat that the plan does not have is not free', () => {
    const { answers } = when(house(room(2)), lock('o1', ['A1', 'Z9']))
    expect(answers).toMatchObject([{ payload: { refusal: { code: 'SEATS_UNAVAILABLE', ticketIds: ticketIds('Z9') } } }])
  })

  test('an order that is known gets the same answer again, and changes nothing', () => {
    const before = given(house(room(2)), lock('o1', ['A1']))
    const { answers, batch } = when(later(before, 60), lock('o1', ['A1']))
    expect(answers).toMatchObject([{ type: 'seats.locked', payload: { sequence: 2, remainingMs: 120_000 } }])
    expect(batch.screening).toBe(before.screening)

    const reserved = given(before, ask('RESERVE', 'o1'))
    expect(when(reserved, lock('o1', ['A1'])).answers).toMatchObject([{ type: 'seats.reserved', payload: { requestId: null } }])
  })

  test('rule 6: an order.created older than 5 minutes of an order that holds nothing is refused', () => {
    const scene = house(room(2))
    expect(when(later(scene, 300), lock('o1', ['A1'])).events).toMatchObject([{ type: 'seats.locked' }])
    expect(when(later(scene, 301), lock('o1', ['A1'])).answers).toMatchObject([{ payload: { refusal: { code: 'LOCK_EXPIRED' } } }])
  })

  test('rule 6: a late order.created of an order that was let go locks again; orders will cancel it', () => {
    const released = given(house(room(2)), lock('o1', ['A1']), ask('CANCEL', 'o1'))
    expect(when(released, lock('o1', ['A1'])).events).toMatchObject([{ type: 'seats.locked', payload: { sequence: 4 } }])
  })

  test('nothing is sold from startsAt on, nor where the screening was cancelled', () => {
    const scene = house(room(2), { startsAt: NOON })
    expect(when(scene, lock('o1', ['A1'])).answers).toMatchObject([{ payload: { refusal: { code: 'SCREENING_NOT_ON_SALE' } } }])
    const cancelled = given(house(room(2)), { type: 'CANCEL_SCREENING' })
    expect(when(cancelled, lock('o1', ['A1'])).answers).toMatchObject([{ payload: { refusal: { code: 'SCREENING_NOT_ON_SALE' } } }])
  })

  test('more tickets than the maximum: TOO_MANY_TICKETS', () => {
    const scene = house(room(5), { maxTicketsPerOrder: 2 })
    for (const command of [lock('o1', ['A1', 'A2', 'A3']), lockBest('o1', 3)]) {
      expect(when(scene, command).answers).toMatchObject([{ payload: { refusal: { code: 'TOO_MANY_TICKETS' } } }])
    }
  })

  test('more than 2 x the maximum locked tickets of one buyer in one screening: TOO_MANY_LOCKS', () => {
    const mine = { buyerId: 'me' }
    const before = given(house(room(9), { maxTicketsPerOrder: 2 }), lock('o1', ['A1', 'A2'], mine), lock('o2', ['A3'], mine))
    expect(when(before, lock('o3', ['A4', 'A5'], mine)).answers).toMatchObject([{ payload: { refusal: { code: 'TOO_MANY_LOCKS' } } }])
    expect(when(before, lock('o3', ['A4'], mine)).events).toMatchObject([{ type: 'seats.locked' }])
    expect(when(before, lock('o3', ['A4', 'A5'])).events).toMatchObject([{ type: 'seats.locked' }])

    const settled = given(before, ask('RESERVE', 'o1'))
    expect(when(settled, lock('o3', ['A4', 'A5'], mine)).events).toMatchObject([{ type: 'seats.locked' }])
  })
})

describe('avoiding single seats', () => {
  const careful = { avoidSingleSeats: true }

  test('an order that would leave one empty seat between taken ones is refused, and told which', () => {
    const before = given(house(room(8), careful), lock('o1', ['A1', 'A2']))
    expect(when(before, lock('o2', ['A4'])).answers).toMatchObject([
      { payload: { refusal: { code: 'LEAVES_SINGLE_SEAT', ticketIds: ticketIds('A3') } } },
    ])
    expect(when(before, lock('o2', ['A5'])).events).toMatchObject([{ type: 'seats.locked' }])
  })

  test('it is allowed where nothing better is possible', () => {
    const before = given(house(room(5), careful), lock('o1', ['A1']), lock('o2', ['A5']))
    expect(when(before, lock('o3', ['A2', 'A3'])).events).toMatchObject([{ type: 'seats.locked' }])
  })

  test('better is judged among the kinds of seats that were asked for', () => {
    const before = given(house(room('SSSPP'), careful), lock('o1', ['A1']))
    // A3 would leave A2 single; A2 would not, and is of the same kind.
    expect(when(before, lock('o2', ['A3'])).answers).toMatchObject([{ payload: { refusal: { code: 'LEAVES_SINGLE_SEAT' } } }])
    const onlyPremiumLeft = given(house(room('SPSPS'), careful), lock('o1', ['A1']), lock('o2', ['A5']), lock('o3', ['A2']))
    expect(when(onlyPremiumLeft, lock('o4', ['A4'])).events).toMatchObject([{ type: 'seats.locked' }])
  })

  test('where the screening does not ask for it, any choice is fine', () => {
    const before = given(house(room(8)), lock('o1', ['A1', 'A2']))
    expect(when(before, lock('o2', ['A4'])).events).toMatchObject([{ type: 'seats.locked' }])
  })
})
