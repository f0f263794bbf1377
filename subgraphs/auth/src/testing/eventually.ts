import { vi } from 'vitest'

/** Waits until `look` stops throwing; the time is only for a test that fails. */
export function eventually<T>(look: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(look, { timeout: 15_000, interval: 10 })
}
