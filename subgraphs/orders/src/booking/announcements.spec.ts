import { createLogger } from '@mov-ticket/service-kit'
import { createEvent } from '@mov-ticket/shared-events'
import type { AnyEvent } from '@mov-ticket/shared-events'
import { expect, test } from 'vitest'
import { announcementOf } from '../order/announcement.js'
import { said, T0 } from '../testing/tickets-said.js'
import { createAnnouncements } from './announcements.js'

/** Orders of a database in which there are none. */
function hearing() {
  const published: AnyEvent[] = []
  const hear = createAnnouncements({
    book: { handle: () => Promise.resolve(null), place: () => Promise.reject(new Error('Nothing is placed here.')) },
    publish: async (event) => void published.push(event),
    logger: createLogger({ service: 'orders', level: 'silent' }),
    now: () => T0,
    newId: () => 'new',
  })
  return { hear, published }
}

const about = { aggregateId: 's1', aggregateVersion: 5, now: T0 }

test('a reservation of an unknown order is not let go: it fails until people look at it', async () => {
  const { hear, published } = hearing()
  const event = createEvent('seats.reserved', { ...said('seats.reserved', 5), requestId: null }, about)
  expect(announcementOf(event)).toMatchObject({ status: 'RESERVED', sequence: 5 })
  await expect(hear(event)).rejects.toThrow('which is not in the database')
  expect(published).toEqual([])
})

test('a lock of an unknown order is let go', async () => {
  const { hear, published } = hearing()
  await hear(createEvent('seats.locked', { ...said('seats.locked', 5), firstLockedAt: T0.toISOString() }, about))
  expect(published).toMatchObject([{ type: 'order.cancellation-requested', payload: { orderId: 'o1', screeningId: 's1', buyerId: 'b1', requestId: 'new' } }])
})

test('that an unknown order holds nothing is as it should be', async () => {
  const { hear, published } = hearing()
  await hear(createEvent('seats.released', { ...said('seats.released', 5), requestId: null, reason: 'EXPIRED' }, about))
  expect(published).toEqual([])
})
