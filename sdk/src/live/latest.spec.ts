import { expect, it } from 'vitest'
import { latestOf } from './latest.js'

function numbers(signal?: AbortSignal) {
  let push: ((value: number) => void) | undefined
  let isStopped = false
  const values = latestOf<number>(
    (to) => {
      push = to
      return () => {
        isStopped = true
      }
    },
    { signal, merge: (earlier, later) => earlier + later, isLast: (value) => value < 0 },
  )
  return { values, push: (value: number) => push?.(value), isStopped: () => isStopped }
}

it('merges what was not taken in time', async () => {
  const { values, push } = numbers()
  push(1)
  push(10)
  expect(await values.next()).toEqual({ done: false, value: 11 })
  const waiting = values.next()
  push(5)
  expect(await waiting).toEqual({ done: false, value: 5 })
})

it('takes more than one question at once', async () => {
  const { values, push } = numbers()
  const both = [values.next(), values.next()]
  push(1)
  expect(await Promise.race(both)).toEqual({ done: false, value: 1 })
  push(2)
  expect((await Promise.all(both)).map(({ value }): unknown => value)).toEqual([1, 2])
})

it('ends after the last value, with the signal, and when its loop is left', async () => {
  const last = numbers()
  last.push(-1)
  expect(await last.values.next()).toEqual({ done: false, value: -1 })
  expect(await last.values.next()).toEqual({ done: true, value: undefined })

  const stop = new AbortController()
  const stopped = numbers(stop.signal)
  const waiting = stopped.values.next()
  stop.abort()
  expect(await waiting).toEqual({ done: true, value: undefined })

  const left = numbers()
  left.push(1)
  for await (const value of left.values) if (value === 1) break
  expect([last.isStopped(), stopped.isStopped(), left.isStopped()]).toEqual([true, true, true])
})

it('begins nothing with a signal that is aborted already', async () => {
  const { values, isStopped } = numbers(AbortSignal.abort())
  expect(await values.next()).toEqual({ done: true, value: undefined })
  expect(isStopped()).toBe(true)
})
