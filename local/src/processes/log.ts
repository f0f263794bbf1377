/** Where progress goes; the launcher prints it, tests may collect it. One line per call, no line break. */
export type Log = (line: string) => void

/** Runs one step; says so when it takes more than a second, and what became of it. */
export async function step<T>(log: Log, name: string, work: () => Promise<T>): Promise<T> {
  const started = Date.now()
  let said = false
  const timer = setTimeout(() => {
    said = true
    log(`${name} …`)
  }, 1_000)
  try {
    const result = await work()
    if (said) log(`${name}: done in ${((Date.now() - started) / 1_000).toFixed(1)} s`)
    return result
  } finally {
    clearTimeout(timer)
  }
}
