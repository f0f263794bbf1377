import { describe, expect, onTestFinished, test } from 'vitest'
import type { AnyEvent } from './events.js'
import { createOutboxRelay } from './outbox-relay.js'
import type { OutboxRelayOptions, OutboxStore } from './outbox-relay.js'
import { quietLogger } from './testing/quiet-logger.js'
import { locksRequested } from './testing/sample-events.js'
import { soon } from './testing/soon.js'

const emptyStore: OutboxStore = { idleSince: async () => [], drop: async () => undefined }

/** Documents with an outbox inside, as the services keep them. */
function documents(initial: Record<string, { version: number; pending: AnyEvent[] }>) {
  const drops: string[][] = []
  const store: OutboxStore = {
    async idleSince(_before, limit) {
      return Object.entries(initial)
        .filter(([, { pending }]) => pending.length > 0)
        .slice(0, limit)
        .map(([id, { version, pending }]) => ({ id, version, events: [...pending] }))
    },
    async drop(id, version, eventIds) {
      const document = initial[id]
      if (document?.version !== version) return
      drops.push([...eventIds])
      document.pending = document.pending.filter((event) => !eventIds.includes(event.id))
    },
  }
  return { initial, drops, store }
}

function relayOf(options: Partial<OutboxRelayOptions> & Pick<OutboxRelayOptions, 'publish'>) {
  const relay = createOutboxRelay({ store: emptyStore, logger: quietLogger(), sweepEveryMs: 5, idleMs: 0, ...options })
  onTestFinished(() => relay.stop())
  return relay
}

const eventsOf = (...reasons: string[]) => reasons.map((reason) => locksRequested(reason))
const reasonOf = (event: AnyEvent) => (event.type === 'locks.requested' ? event.payload.reason : '')

/** A broker that confirms when told to. */
function slowBroker() {
  const started: string[] = []
  const confirms = new Map<string, () => void>()
  return {
    started,
    confirm: (reason: string) => confirms.get(reason)?.(),
    publish: (event: AnyEvent) => {
      started.push(reasonOf(event))
      return new Promise<void>((resolve) => confirms.set(reasonOf(event), resolve))
    },
  }
}

describe('Given a write with events', () => {
  test('when it is handed over, then its events leave at once and in order, and later ones wait until they are confirmed', async () => {
    const broker = slowBroker()
    const relay = relayOf({ publish: broker.publish })
    const [first, second, third] = eventsOf('1', '2', '3')
    if (!first || !second || !third) throw new Error('There are three.')
    relay.publish('a', [first, second])
    relay.publish('a', [first, second, third])
    expect(broker.started).toEqual(['1', '2'])
    broker.confirm('2')
    broker.confirm('1')
    await expect.poll(() => broker.started, soon).toEqual(['1', '2', '3'])
    expect(relay.confirmed('a').toSorted()).toEqual([first.id, second.id].toSorted())
    broker.confirm('3')
    await relay.settled('a')
    expect(relay.confirmed('a')).toContain(third.id)
  })

  test('when one aggregate has to wait, then others do not', () => {
    const broker = slowBroker()
    const relay = relayOf({ publish: broker.publish })
    relay.publish('a', eventsOf('a1'))
    relay.publish('a', eventsOf('a2'))
    relay.publish('b', eventsOf('b1'))
    expect(broker.started).toEqual(['a1', 'b1'])
    for (const reason of ['a1', 'b1']) broker.confirm(reason)
  })

  test('when publishing fails, then what failed is tried again, in order, before anything newer', async () => {
    const tried: string[] = []
    let down = true
    const relay = relayOf({
      publish: async (event) => {
        tried.push(reasonOf(event))
        if (down && reasonOf(event) !== '2') throw new Error('The broker is away.')
      },
    })
    relay.publish('a', eventsOf('1', '2', '3'))
    relay.publish('a', eventsOf('4'))
    await expect.poll(() => tried, soon).toEqual(['1', '2', '3'])
    down = false
    await relay.settled('a')
    expect(tried).toEqual(['1', '2', '3', '1', '3', '4'])
  })

  test('when the next write took the confirmed ones out, then they are forgotten', async () => {
    const relay = relayOf({ publish: async () => undefined })
    const events = eventsOf('1')
    relay.publish('a', events)
    await relay.settled('a')
    relay.dropped('a', relay.confirmed('a'))
    expect(relay.confirmed('a')).toEqual([])
  })

  test('when the broker is away for long, then no more than 8,000 events are held in memory, and whoever brings more is told', () => {
    let started = 0
    const confirms: (() => void)[] = []
    const relay = relayOf({
      publish: () => {
        started++
        return new Promise((resolve) => confirms.push(resolve))
      },
    })
    const taken = Array.from({ length: 12_000 }, (_, index) => relay.publish(String(index), eventsOf('x')))
    expect(started).toBe(8_000)
    expect(taken.filter(Boolean)).toHaveLength(8_000)
    for (const confirm of confirms) confirm()
  })
})

describe('Given what a crash left behind', () => {
  test('when the relay starts, then it is published in order, its doorbell is rung, and it is dropped once confirmed', async () => {
    const published: string[] = []
    const rung: [string, number][] = []
    const [first, second] = [eventsOf('1', '2'), eventsOf('3')]
    const { initial, store } = documents({ a: { version: 4, pending: first }, b: { version: 9, pending: second } })
    const relay = relayOf({
      store,
      publish: async (event) => void published.push(reasonOf(event)),
      ring: (id, version) => void rung.push([id, version]),
    })
    relay.start()
    await expect.poll(() => [initial.a?.pending, initial.b?.pending], soon).toEqual([[], []])
    expect(published).toEqual(['1', '2', '3'])
    expect(rung).toContainEqual(['a', 4])
    expect(rung).toContainEqual(['b', 9])
  })

  test('when it crashed between publishing and dropping, then the next life publishes it again: twice, never not at all', async () => {
    const published: string[] = []
    const publish = async (event: AnyEvent) => void published.push(reasonOf(event))
    const { initial, store } = documents({ a: { version: 1, pending: eventsOf('1') } })
    const before = relayOf({ store: { ...store, drop: () => new Promise(() => undefined) }, publish })
    before.publish('a', initial.a?.pending ?? [])
    await before.settled('a')

    const after = relayOf({ store, publish })
    after.start()
    await expect.poll(() => initial.a?.pending, soon).toEqual([])
    expect(published).toEqual(['1', '1'])
  })

  test('when a drop loses against a write, then nothing is published again and a later sweep drops it', async () => {
    const published: string[] = []
    const { initial, drops, store } = documents({ a: { version: 1, pending: eventsOf('1') } })
    let conflicts = 3
    const relay = relayOf({
      publish: async (event) => void published.push(reasonOf(event)),
      store: {
        ...store,
        drop: async (id, version, ids) => {
          if (conflicts-- > 0) return
          await store.drop(id, version, ids)
        },
      },
    })
    relay.start()
    await expect.poll(() => initial.a?.pending, soon).toEqual([])
    expect(published).toEqual(['1'])
    expect(drops).toHaveLength(1)
  })

  test('when it is more than one sweep takes, then the next sweeps bring the rest, and nothing is published twice', async () => {
    const published: string[] = []
    const ids = Array.from({ length: 450 }, (_, index) => String(index))
    const { initial, store } = documents(Object.fromEntries(ids.map((id) => [id, { version: 1, pending: eventsOf(id) }])))
    const relay = relayOf({ store, publish: async (event) => void published.push(reasonOf(event)) })
    relay.start()
    await expect.poll(() => ids.filter((id) => initial[id]?.pending.length !== 0), soon).toEqual([])
    expect(published.toSorted()).toEqual(ids.toSorted())
  })

  test('when the database is away, then the sweep goes on when it is back', async () => {
    const { initial, store } = documents({ a: { version: 1, pending: eventsOf('1') } })
    let failures = 3
    const relay = relayOf({
      publish: async () => undefined,
      store: {
        ...store,
        idleSince: async (before, limit) => {
          if (failures-- > 0) throw new Error('The database is away.')
          return store.idleSince(before, limit)
        },
      },
    })
    relay.start()
    await expect.poll(() => initial.a?.pending, soon).toEqual([])
  })
})
