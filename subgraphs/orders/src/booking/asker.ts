import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from '@mov-ticket/service-kit'
import type { OrderBook } from './order-book.js'
import type { OrderStore } from '../store/order-store.js'

const EVERY_MS = 1_000
const BATCH = 100
const AT_ONCE = 10

/** Nothing waits for ever on a message: asks tickets what became of orders that have waited too long (rule 13). */
export interface Asker {
  start(): void
  stop(): Promise<void>
}

interface AskerOptions {
  readonly store: Pick<OrderStore, 'awaitingOutcome'>
  readonly book: Pick<OrderBook, 'handle'>
  readonly logger: Logger
  readonly now: () => Date
  readonly everyMs?: number
}

/** Several may run: who writes first asks, and the others find nothing left to ask. */
export function createAsker({ store, book, logger, now, everyMs = EVERY_MS }: AskerOptions): Asker {
  const ended = new AbortController()
  let running: Promise<void> | undefined

  async function askAll(): Promise<void> {
    const ids = await store.awaitingOutcome(now(), BATCH)
    for (let start = 0; start < ids.length; start += AT_ONCE) {
      await Promise.all(ids.slice(start, start + AT_ONCE).map((id) => book.handle(id, { type: 'ASK_FOR_OUTCOME' })))
    }
    if (ids.length > 0) logger.info({ orders: ids.length }, 'asked tickets for the outcome of orders')
    if (ids.length === BATCH && !ended.signal.aborted) await askAll()
  }

  async function run(): Promise<void> {
    while (!ended.signal.aborted) {
      await askAll().catch((err: unknown) => logger.warn({ err }, 'could not look for orders that wait for their outcome'))
      await delay(everyMs, undefined, { signal: ended.signal }).catch(() => undefined)
    }
  }

  return {
    start: () => void (running ??= run()),
    async stop() {
      ended.abort()
      await running
    },
  }
}
