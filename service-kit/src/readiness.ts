/** What a process needs, by name; each rejects where it does not answer. */
export type Readiness = Readonly<Record<string, () => Promise<void>>>

/** How long a dependency may take to answer before it counts as missing. */
const PATIENCE_MS = 2_000

/** The names of those that do not answer. */
export async function missingOf(readiness: Readiness): Promise<string[]> {
  const checks = Object.entries(readiness).map(async ([name, check]) => ((await answers(check)) ? [] : [name]))
  return (await Promise.all(checks)).flat()
}

async function answers(check: () => Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS)
  })
  try {
    return await Promise.race([check().then(() => true), late])
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}
