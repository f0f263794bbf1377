import { expect, test } from 'vitest'
import { backOff, keepRunning } from './keep-running.js'

test('the pause doubles up to half a minute, and is short again for who ran for long', () => {
  const pauses = [backOff(undefined, 0)]
  for (let i = 0; i < 7; i++) pauses.push(backOff(pauses.at(-1), 1_000))
  expect(pauses).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000])
  expect(backOff(30_000, 60_000)).toBe(500)
})

test('nothing is started again while the platform stops', async () => {
  let restarts = 0
  const stopping = new AbortController()
  const restart = keepRunning(() => undefined, stopping.signal)
  const crashed = { restart: async () => void restarts++ }
  const pending = restart('tickets', crashed, { code: 1, signal: null })
  stopping.abort()
  await pending
  expect(restarts).toBe(0)
})
