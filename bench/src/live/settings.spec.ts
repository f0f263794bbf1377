import { expect, test } from 'vitest'
import { isWholeRun, readLiveSettings } from './settings.js'

test('a whole run is what there is without settings', () => {
  expect(readLiveSettings({})).toEqual({
    rounds: 3,
    seconds: 5,
    sockets: [100, 1_000, 5_000, 10_000],
    servers: ['usual', 'ours', 'bare', 'raw'],
  })
  expect(isWholeRun(readLiveSettings({}))).toBe(true)
  expect(isWholeRun(readLiveSettings({ BENCH_ROUNDS: '5' }))).toBe(true)
})

test('a short run measures what is asked for and is not a whole one', () => {
  const settings = readLiveSettings({ BENCH_SECONDS: '2', BENCH_SOCKETS: '10, 20', BENCH_SERVERS: 'ours,bare' })

  expect(settings).toMatchObject({ seconds: 2, sockets: [10, 20], servers: ['ours', 'bare'] })
  expect(isWholeRun(settings)).toBe(false)
  expect(isWholeRun(readLiveSettings({ BENCH_SERVERS: 'usual,bare,raw' }))).toBe(false)
  expect(isWholeRun(readLiveSettings({ BENCH_ROUNDS: '1' }))).toBe(false)
})
