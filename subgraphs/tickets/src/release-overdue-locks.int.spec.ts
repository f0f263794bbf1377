import { expect, test, vi } from 'vitest'
import { releaseOverdueLocks } from './release-overdue-locks.js'
import { specLogger } from './testing/backing-services.js'
import { room } from './testing/scene.js'
import { aWorkshop, lockAt } from './testing/workshop.js'

test('rule 4: tickets can do without expiration: an overdue lock is released by the sweep', async () => {
  const workshop = await aWorkshop()
  let minutes = 0
  const now = () => new Date(Date.now() + minutes * 60_000)
  const { committer, published, relay } = workshop.process({ now })
  const [overdue, open] = [await workshop.screening(room(3)), await workshop.screening(room(3), { lockSeconds: 3_600 })]
  await committer.submit(overdue, lockAt(overdue, 'one', ['A1', 'A2']))
  await committer.submit(open, lockAt(open, 'two', ['A1']))

  minutes = 2
  const sweeping = releaseOverdueLocks({ store: workshop.stores.screenings, committer, now, logger: specLogger(), everyMs: 10 })
  await vi.waitFor(async () => expect((await workshop.record(overdue)).nextLockEnd).toBeUndefined())
  await sweeping.stop()
  await relay.settled(overdue)

  expect(published.map(({ type }) => type)).toEqual(['seats.locked', 'seats.locked', 'seats.released'])
  expect(await workshop.record(overdue)).toMatchObject({ bookings: {}, takenCount: 0, holds: { A1: { version: 3 }, A2: { version: 3 } } })
  expect(await workshop.record(open)).toMatchObject({ version: 2 })
})
