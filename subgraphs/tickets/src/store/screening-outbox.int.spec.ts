import { describe, expect, test, vi } from 'vitest'
import { room } from '../testing/scene.js'
import { aWorkshop, lockAt } from '../testing/workshop.js'

describe('the outbox inside the screening', () => {
  test('a crash between the write and its publishing: the events appear after the restart', async () => {
    const workshop = await aWorkshop()
    // A broker that never answers, and then the process is gone.
    const crashed = workshop.process({ publish: () => new Promise(() => undefined) })
    const id = await workshop.screening(room(3))
    await crashed.committer.submit(id, lockAt(id, 'one', ['A1']))
    expect(Object.keys((await workshop.record(id)).pendingEvents)).toHaveLength(1)

    const restarted = workshop.process()
    restarted.relay.start()
    await vi.waitFor(() => expect(restarted.published).toMatchObject([{ type: 'seats.locked', payload: { orderId: 'one' } }]))
  })

  test('rule 10: after each write all that is pending is published, in sequence, whoever wrote it', async () => {
    const workshop = await aWorkshop()
    const crashed = workshop.process({ publish: () => new Promise(() => undefined) })
    const id = await workshop.screening(room(3))
    await crashed.committer.submit(id, lockAt(id, 'one', ['A1']))
    await crashed.committer.submit(id, { type: 'RESERVE', orderId: 'one', requestId: 'r1' })

    const other = workshop.process()
    await other.committer.submit(id, lockAt(id, 'two', ['A2']))
    await other.relay.settled(id)
    expect(other.published.map(({ type, aggregateVersion }) => [type, aggregateVersion])).toEqual([
      ['seats.locked', 2], ['seats.reserved', 3], ['seats.locked', 4],
    ])
  })

  test('published events leave with the next write', async () => {
    const workshop = await aWorkshop()
    const { committer, relay } = workshop.process()
    const id = await workshop.screening(room(3))
    await committer.submit(id, lockAt(id, 'one', ['A1']))
    await relay.settled(id)
    await committer.submit(id, lockAt(id, 'two', ['A2']))
    expect(Object.values((await workshop.record(id)).pendingEvents)).toMatchObject([{ payload: { orderId: 'two' } }])
  })

  test('rule 9: the idle removal of published events touches no version', async () => {
    const workshop = await aWorkshop()
    const { committer, relay } = workshop.process()
    const id = await workshop.screening(room(3))
    await committer.submit(id, lockAt(id, 'one', ['A1']))
    relay.start()
    const idle = await vi.waitFor(async () => {
      const record = await workshop.record(id)
      expect(record.pendingSince).toBeUndefined()
      return record
    })
    expect(idle).toMatchObject({ version: 2, sequence: 2, pendingEvents: {}, holds: { A1: { version: 2 } } })
  })

  test('the removal does not touch what a later write left', async () => {
    const workshop = await aWorkshop()
    const { committer } = workshop.process()
    const id = await workshop.screening(room(3))
    await committer.submit(id, lockAt(id, 'one', ['A1']))
    const before = await workshop.record(id)
    await committer.submit(id, { type: 'RESERVE', orderId: 'one', requestId: 'r1' })
    await workshop.stores.outbox.drop(id, before.version, Object.keys(before.pendingEvents))
    expect((await workshop.record(id)).pendingSince).toBeDefined()
  })

  test('a write without events is found once more, for its ring, and then no more', async () => {
    const workshop = await aWorkshop()
    const { committer } = workshop.process()
    const id = await workshop.screening(room(3))
    await committer.submit(id, { type: 'BLOCK', labels: ['A1'], reason: 'broken' })
    const sweep = () => workshop.stores.outbox.idleSince(new Date(), 10)
    expect(await sweep()).toEqual([{ id, version: 2, events: [] }])
    expect(await sweep()).toHaveLength(1)
    expect(await sweep()).toEqual([])
  })
})
