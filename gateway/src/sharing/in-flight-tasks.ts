/** Runs a task, or lets its caller join the same one where it is under way. */
export interface InFlightTasks<Value> {
  /**
   * @param key says all that the task's result depends on.
   * @param signal of who waits: aborted, it waits no more. The task is aborted when the last has left.
   * @param copy gives each of those that share a value one of its own.
   */
  run(key: string, signal: AbortSignal, task: (signal: AbortSignal) => Promise<Value>): Promise<Value>
  /** Nobody joins what is under way; it ends for those who wait. */
  readonly closeAll: () => void
}

interface Flight<Value> {
  readonly promise: Promise<Value>
  readonly begun: number
  waiting: number
  isShared: boolean
  readonly controller: AbortController
}

/** How long a task may be joined: its result is never older than that for whoever gets it, and a hung one holds up few. */
const JOIN_WITHIN_MS = 1_000

export function createInFlightTasks<Value>(copy: (value: Value) => Value, now: () => number = () => performance.now()): InFlightTasks<Value> {
  const flights = new Map<string, Flight<Value>>()

  function begin(key: string, task: (signal: AbortSignal) => Promise<Value>): Flight<Value> {
    const controller = new AbortController()
    // Whether it went well or not, nobody gets its result who comes after.
    const promise = task(controller.signal).finally(() => close(key, flight))
    // Those who wait hear of a failure; with nobody waiting it is nobody's.
    promise.catch(() => {})
    const flight: Flight<Value> = { promise, begun: now(), waiting: 0, isShared: false, controller }
    flights.set(key, flight)
    return flight
  }

  function close(key: string, flight: Flight<Value>): void {
    if (flights.get(key) === flight) flights.delete(key)
  }

  return {
    async run(key, signal, task) {
      signal.throwIfAborted()
      const there = flights.get(key)
      const flight = there !== undefined && now() - there.begun < JOIN_WITHIN_MS ? there : begin(key, task)
      if (flight === there) flight.isShared = true
      flight.waiting += 1
      const value = await orGone(flight.promise, signal).finally(() => {
        flight.waiting -= 1
        if (flight.waiting > 0) return
        close(key, flight)
        flight.controller.abort(signal.reason)
      })
      return flight.isShared ? copy(value) : value
    },
    closeAll: () => flights.clear(),
  }
}

/** Rejects with the signal's reason as soon as it is aborted. */
function orGone<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason)
    signal.addEventListener('abort', leave, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
}
