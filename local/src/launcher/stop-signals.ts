const SAME_MS = 1_000

/** What a signal asks for: to stop, nothing new (a second one at once, as terminals and npm send it), or to stop by force. */
export type Ask = 'stop' | 'same' | 'force'

/** Judges signals by the time between them. */
export function stopAsks(): (now: number) => Ask {
  let first: number | undefined
  return (now) => {
    if (first === undefined) {
      first = now
      return 'stop'
    }
    return now - first < SAME_MS ? 'same' : 'force'
  }
}

/** Calls back for Ctrl-C, for being told to end, and for the end of the terminal. */
export function onStopSignal({ stop, force }: { stop: () => void; force: () => void }): void {
  const judge = stopAsks()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      const ask = judge(Date.now())
      if (ask === 'stop') stop()
      if (ask === 'force') force()
    })
  }
}
