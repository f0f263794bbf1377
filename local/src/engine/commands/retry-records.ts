import type { Query } from './database.js'

const SWEEP_MS = 60_000
/** Drivers repeat a write once, within their 30 s of looking for a server. */
const FORGET = "DELETE FROM documentdb_data.retryable_writes WHERE write_time < now() - interval '5 minutes'"

/** DocumentDB keeps the answer to each retryable write for ever; this drops what nobody can ask for any more. */
export function sweepRetryRecords(query: Query): { stop(): void } {
  const timer = setInterval(() => void query('', FORGET, []).catch(() => undefined), SWEEP_MS)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
