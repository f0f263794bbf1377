import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createDeadline } from './deadline.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('aborts when the time is up', () => {
  const { signal } = createDeadline(new AbortController().signal, 1_000)
  vi.advanceTimersByTime(999)
  expect(signal.aborted).toBe(false)
  vi.advanceTimersByTime(1)
  expect(signal).toMatchObject({ aborted: true, reason: { message: 'The operation took too long.' } })
})

it('aborts when the client goes, also one that went before', () => {
  const client = new AbortController()
  const during = createDeadline(client.signal, 1_000)
  client.abort(new Error('gone'))
  expect(during.signal).toMatchObject({ aborted: true, reason: { message: 'gone' } })
  expect(createDeadline(client.signal, 1_000).signal).toMatchObject({ aborted: true, reason: { message: 'gone' } })
})

it('that has ended aborts no more, and holds nothing', () => {
  const client = new AbortController()
  const deadline = createDeadline(client.signal, 1_000)
  deadline.end()
  expect(vi.getTimerCount()).toBe(0)
  client.abort()
  expect(deadline.signal.aborted).toBe(false)
})
