import { expect, it, onTestFinished, vi } from 'vitest'
import { GraphError } from '../graph-error.js'
import type { AnyOperation } from '../operation.js'
import { scriptedTransport } from '../testing/scripted-transport.js'
import { startWatch } from './watch.js'
import type { Watched } from './watch.js'

interface Data {
  readonly counted: { readonly count: number } | null
}
const operation: AnyOperation & { readonly rootField: 'counted' } = { kind: 'subscription', name: 'Counted', rootField: 'counted', text: 'subscription Counted{counted{count}}' }
const fault = (code: string) => [{ message: 'something', extensions: { code } }]

function aWatch() {
  const transport = scriptedTransport()
  const seen: Watched<number | null>[] = []
  const stop = startWatch<number | null, Data>({
    transport,
    operation,
    id: 'map',
    initial: null,
    variables: (after) => ({ after }),
    merge: (_, { count }) => count,
    onChange: (watched) => void seen.push(watched),
    pauses: { firstMs: 1, mostMs: 2, chance: 0 },
  })
  onTestFinished(stop)
  const isBegun = async (times: number) => vi.waitUntil(() => transport.begun.length === times)
  return { transport, seen, stop, isBegun, said: () => seen.map(({ status, state }) => [status, state]) }
}

it('goes on from what it has when the connection is lost', async () => {
  const { transport, said, isBegun } = aWatch()
  transport.latest().next({ data: { counted: { count: 1 } } })
  transport.latest().next({ data: { counted: { count: 2 } } })
  transport.latest().lost()
  await isBegun(2)
  expect(transport.latest().variables).toEqual({ after: 2 })
  transport.latest().next({ data: { counted: { count: 3 } } })
  expect(said()).toEqual([['live', 1], ['live', 2], ['stale', 2], ['live', 3]])
})

it.each([
  ['no data', { data: { counted: null }, errors: fault('UNAVAILABLE') }],
  ['half of the data', { data: { counted: { count: 9 } }, errors: fault('INTERNAL') }],
])('an update with an error and %s is never shown as live, nor had', (_, update) => {
  const { transport, said } = aWatch()
  transport.latest().next(update)
  transport.latest().next({ data: { counted: { count: 1 } } })
  transport.latest().next(update)
  transport.latest().next({ data: { counted: { count: 2 } } })
  expect(said()).toEqual([['connecting', null], ['live', 1], ['stale', 1], ['live', 2]])
})

it('ends where there is nothing, and says why', () => {
  const nothing = aWatch()
  nothing.transport.latest().next({ data: { counted: null } })
  const foreign = aWatch()
  foreign.transport.latest().next({ data: { counted: null }, errors: fault('UNAUTHENTICATED') })
  const wrong = aWatch()
  wrong.transport.latest().failed(new GraphError({ code: 'BAD_USER_INPUT', message: 'no' }))
  const ends = [nothing, foreign, wrong].map(({ seen, transport }) => [seen.at(-1)?.status, seen.at(-1)?.error?.code ?? null, transport.latest().isStopped])
  expect(ends).toEqual([['ended', null, true], ['ended', 'UNAUTHENTICATED', true], ['ended', 'BAD_USER_INPUT', true]])
})

it('comes again when its session ended, when it was refused for now, and when it was completed without a word', async () => {
  const { transport, isBegun, said } = aWatch()
  transport.latest().next({ data: { counted: { count: 1 } } })
  transport.latest().next({ errors: fault('UNAUTHENTICATED') })
  transport.latest().completed()
  await isBegun(2)
  transport.latest().failed(new GraphError({ code: 'RATE_LIMITED', message: 'slowly', retryAfterSeconds: 0 }))
  await isBegun(3)
  transport.latest().completed()
  await isBegun(4)
  expect(new Set(said().map(([status]) => status))).toEqual(new Set(['live', 'stale']))
})

it('stays live over a renewal, unless that takes long', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const { transport, said } = aWatch()
  transport.latest().next({ data: { counted: { count: 1 } } })
  transport.renew()
  vi.advanceTimersByTime(1_000)
  transport.latest().next({ data: { counted: { count: 2 } } })
  vi.advanceTimersByTime(10_000)
  expect(said()).toEqual([['live', 1], ['live', 2]])
  transport.renew()
  vi.advanceTimersByTime(10_000)
  expect(said()).toEqual([['live', 1], ['live', 2], ['stale', 2]])
  expect(transport.begun).toHaveLength(3)
})

it('goes on though its callback fails, and does not hide that', async () => {
  const transport = scriptedTransport()
  const failures: unknown[] = []
  const listeners = process.listeners('uncaughtException')
  process.removeAllListeners('uncaughtException')
  process.once('uncaughtException', (error) => void failures.push(error))
  onTestFinished(() => {
    for (const listener of listeners) process.on('uncaughtException', listener)
  })
  const seen: (number | null)[] = []
  const stop = startWatch<number | null, Data>({
    transport, operation, id: 'map', initial: null, variables: () => ({}), merge: (_, { count }) => count,
    onChange({ state }) {
      if (state === 1) throw new Error('of the callback')
      seen.push(state)
    },
  })
  onTestFinished(stop)
  transport.latest().next({ data: { counted: { count: 1 } } })
  transport.latest().next({ data: { counted: { count: 2 } } })
  await vi.waitUntil(() => failures.length > 0)
  expect([seen, failures]).toEqual([[2], [new Error('of the callback')]])
})

it('says nothing and begins nothing once it was stopped', async () => {
  const { transport, seen, stop } = aWatch()
  stop()
  transport.latest().next({ data: { counted: { count: 1 } } })
  transport.latest().lost()
  expect(transport.latest().isStopped).toBe(true)
  expect([seen, transport.begun]).toEqual([[], [expect.anything()]])
})
