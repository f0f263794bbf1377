import { AsyncLocalStorage } from 'node:async_hooks'

/** What ties together all that one request led to, over HTTP and RabbitMQ. */
export interface Correlation {
  readonly correlationId: string
  /** The event or request that led to this one; null where nothing did. */
  readonly causationId: string | null
  /** W3C trace context, passed on as it came. */
  readonly traceparent: string | null
}

export const CORRELATION_HEADER = 'x-correlation-id'

const storage = new AsyncLocalStorage<Correlation>()

export function withCorrelation<T>(correlation: Correlation, fn: () => T): T {
  return storage.run(correlation, fn)
}

export function currentCorrelation(): Correlation | undefined {
  return storage.getStore()
}
