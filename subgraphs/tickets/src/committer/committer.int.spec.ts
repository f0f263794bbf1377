import { randomUUID } from 'node:crypto'
import { NotNow } from '@mov-ticket/shared-events'
import { describe, expect, test } from 'vitest'
import { room } from '../testing/scene.js'
import { aWorkshop, lockAt, wholeOrders } from '../testing/workshop.js'

const typesOf = (events: readonly { type: string }[]) => events.map(({ type }) => type)

describe('a rush', () => {
  test('200 buyers at once for one seat: exactly one gets it, and one write does it', async () => {
    const workshop = await aWorkshop()
    const { committer, published, relay, rung, asked } = workshop.process()
    const id = await workshop.screening(room(10))

    await Promise.all(Array.from({ length: 200 }, () => committer.submit(id, lockAt(id, randomUUID(), ['A5']))))
    await relay.settled(id)

    expect(typesOf(published).filter((type) => type === 'seats.locked')).toHaveLength(1)
    expect(typesOf(published).filter((type) => type === 'seats.refused')).toHaveLength(199)
    expect(wholeOrders(await workshop.record(id))).toHaveLength(1)
    expect(asked).toEqual({ load: 1, isCurrent: 0, write: 1 })
    expect(rung).toEqual([{ channel: `screening:${id}`, version: 2 }])
  })

  test('200 buyers for overlapping triples, at two processes: no seat in two orders, no seat locked for nobody', async () => {
    const workshop = await aWorkshop()
    const processes = [workshop.process(), workshop.process()]
    const id = await workshop.screening(room(40))

    const rush = processes.flatMap(({ committer }) =>
      Array.from({ length: 100 }, () => {
        const first = 1 + Math.floor(Math.random() * 38)
        const labels = [first, first + 1, first + 2].map((number) => `A${number}`)
        return committer.submit(id, lockAt(id, randomUUID(), labels))
      }),
    )
    await Promise.all(rush)
    await Promise.all(processes.map(({ relay }) => relay.settled(id)))

    const record = await workshop.record(id)
    const orders = wholeOrders(record)
    const locked = new Set(processes.flatMap(({ published }) => published).flatMap((event) => (event.type === 'seats.locked' ? [event.payload.orderId] : [])))
    expect(new Set(orders)).toEqual(locked)
    expect(Object.values(record.holds).filter((entry) => entry.status === 'LOCKED')).toHaveLength(orders.length * 3)
    expect(record.takenCount).toBe(orders.length * 3)
  })

  test('rule 10: two processes that write in turn conflict, decide again, and lose nothing', async () => {
    const workshop = await aWorkshop()
    const processes = [workshop.process(), workshop.process()]
    const id = await workshop.screening(room(60))
    for (let round = 0; round < 30; round++) {
      await Promise.all(processes.map(({ committer }, at) => committer.submit(id, lockAt(id, randomUUID(), [`A${round * 2 + at + 1}`]))))
    }
    const record = await workshop.record(id)
    expect(wholeOrders(record)).toHaveLength(60)
    expect(record.sequence).toBe(61)
  })
})

describe('memory', () => {
  test('a screening that this process wrote last is not read again before the next write', async () => {
    const workshop = await aWorkshop()
    const { committer, asked } = workshop.process()
    const id = await workshop.screening(room(10))
    for (const label of ['A1', 'A2', 'A3']) await committer.submit(id, lockAt(id, randomUUID(), [label]))
    expect(asked).toEqual({ load: 1, isCurrent: 0, write: 3 })
  })

  test('rule 5: nobody is refused because of what only this process remembers', async () => {
    const workshop = await aWorkshop()
    const [mine, other] = [workshop.process(), workshop.process()]
    const id = await workshop.screening(room(3))
    await mine.committer.submit(id, lockAt(id, 'first', ['A1']))
    await other.committer.submit(id, { type: 'CANCEL', orderId: 'first', requestId: 'c1' })

    await mine.committer.submit(id, lockAt(id, 'second', ['A1']))
    await mine.relay.settled(id)
    expect(typesOf(mine.published)).not.toContain('seats.refused')
    expect(wholeOrders(await workshop.record(id))).toEqual(['second'])
  })
})

describe('when something is wrong', () => {
  test('rule 5: a command that can not be decided does its neighbours in the batch no harm', async () => {
    const workshop = await aWorkshop()
    const { committer } = workshop.process()
    const id = await workshop.screening(room(3))
    const settled = await Promise.allSettled([
      committer.submit(id, lockAt(id, 'one', ['A1'])),
      committer.submit(id, lockAt(id, 'an.impossible.key', ['A2'])),
      committer.submit(id, lockAt(id, 'two', ['A3'])),
    ])
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(wholeOrders(await workshop.record(id))).toEqual(['one', 'two'])
  })

  test('while the database is away, commands are for later and no refusal leaves', async () => {
    const workshop = await aWorkshop()
    const { committer, published } = workshop.process()
    const id = await workshop.screening(room(3))
    await committer.submit(id, lockAt(id, 'one', ['A1']))
    await workshop.disconnect()
    await expect(committer.submit(id, lockAt(id, 'two', ['A1']))).rejects.toThrow(NotNow)
    expect(typesOf(published)).not.toContain('seats.refused')
  })

  test('a refusal that can not be published is for later: the message that led to it is not acknowledged', async () => {
    const workshop = await aWorkshop()
    const { committer } = workshop.process({ publish: () => Promise.reject(new Error('no broker')) })
    const id = await workshop.screening(room(3))
    await expect(committer.submit(id, { type: 'RESERVE', orderId: 'unknown', requestId: 'r1' })).rejects.toThrow(NotNow)
    await expect(committer.submit(id, lockAt(id, 'one', ['A1']))).resolves.toEqual({ type: 'DONE' })
  })

  test('of a screening that nobody knows orders get an answer, too', async () => {
    const workshop = await aWorkshop()
    const { committer, published } = workshop.process()
    await committer.submit('unknown', lockAt('unknown', 'one', ['A1']))
    await committer.submit('unknown', { type: 'CANCEL', orderId: 'one', requestId: 'c1' })
    expect(published).toMatchObject([
      { type: 'seats.refused', payload: { refusal: { code: 'SCREENING_NOT_ON_SALE' } } },
      { type: 'seats.released', payload: { reason: 'NOT_HELD' } },
    ])
  })
})
