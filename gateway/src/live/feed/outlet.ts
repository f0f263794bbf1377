import type { GraphQLFormattedError } from 'graphql'
import type { Update } from './update.js'

/** Where a watcher's updates go: a subscription on a WebSocket, or an event stream. */
export interface Outlet {
  /** True while what was sent before is still on its way out: nothing is to be queued behind it. */
  isBusy(): boolean
  /** What was asked for is sound and watched from now on: updates will come. */
  begun(): void
  send(update: Update): void
  /** Nothing more will come. */
  complete(): void
  /** The request itself was wrong; nothing more will come. */
  fail(errors: readonly GraphQLFormattedError[]): void
  /** Calls back when it is not busy any more. Closes what stays busy for too long. */
  whenFree(resume: () => void): void
}
