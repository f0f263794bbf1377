import type { EventOf, EventType } from './events.js'

/**
 * Resolved means done for good: the message is acknowledged. Rejected means once more, after a delay.
 * Handlers are called in the order of delivery and run at the same time, up to the prefetch.
 */
export type Handlers = { readonly [T in EventType]?: (event: EventOf<T>) => Promise<void> }

/** Calls the handler of this type of event, if there is one, before it returns. */
export async function runHandler<T extends EventType>(handlers: Handlers, event: EventOf<T>): Promise<void> {
  const handler: Handlers[T] = handlers[event.type]
  await handler?.(event)
}
