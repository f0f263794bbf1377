import { expect, test } from 'vitest'
import { createWatches } from './watches.js'

test('Given two watchers of one channel, when one of them is behind, then the channel is behind', () => {
  const watches = createWatches()
  const one = watches.add('order:1', 3)
  watches.add('order:1', 5)
  expect(watches.isBehind('order:1', 5)).toBe(true)
  one.update(5)
  expect(watches.isBehind('order:1', 5)).toBe(false)
})

test('Given a watcher that knows nothing, then any version is news', () => {
  const watches = createWatches()
  watches.add('order:1', null)
  expect(watches.isBehind('order:1', 0)).toBe(true)
})

test('Given a watcher, when it hears of an older version, then it keeps the newer', () => {
  const watches = createWatches()
  const watch = watches.add('order:1', 5)
  watch.update(4)
  expect(watches.isBehind('order:1', 5)).toBe(false)
})

test('Given the last watcher, when it stops (twice), then nothing is kept, and a new one is not touched', () => {
  const watches = createWatches()
  const watch = watches.add('order:1', 0)
  watch.stop()
  expect(watches.channels()).toEqual([])
  watches.add('order:1', 0)
  watch.stop()
  expect(watches.has('order:1')).toBe(true)
})
