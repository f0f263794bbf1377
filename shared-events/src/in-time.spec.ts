import { expect, test } from 'vitest'
import { inTime } from './in-time.js'
import { BrokerUnavailable } from './messaging-errors.js'

test('work that ends in time is given as it is', async () => {
  expect(await inTime(10_000, 'counting', Promise.resolve(3))).toBe(3)
  await expect(inTime(10_000, 'counting', Promise.reject(new Error('No numbers.')))).rejects.toThrow('No numbers.')
})

test('work that never ends is given up, and the error says what it was', async () => {
  const never = inTime(5, 'declaring the topology', new Promise(() => undefined))
  await expect(never).rejects.toThrow(BrokerUnavailable)
  await expect(never).rejects.toThrow(/within 5 ms: declaring the topology/)
})
