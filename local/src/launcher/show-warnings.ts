import { open } from 'node:fs/promises'
import type { Log } from '../processes/log.js'

const EVERY_MS = 500
/** pino's levels below a warning, by name as the platform writes them and by number as others do. */
const QUIET = new Set<unknown>(['trace', 'debug', 'info', 10, 20, 30])

/** Follows the log of a process and shows what is a warning or worse; all of it stays in the file. */
export function showWarnings(name: string, file: string, log: Log): { stop(): void } {
  let position = 0
  let rest = ''
  const look = async () => {
    const handle = await open(file).catch(() => null)
    if (!handle) return
    try {
      const { size } = await handle.stat()
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(Math.max(0, size - position)), 0, undefined, position)
      position += bytesRead
      const lines = (rest + buffer.toString('utf8', 0, bytesRead)).split('\n')
      rest = lines.pop() ?? ''
      for (const warning of lines.map(warningIn)) if (warning !== null) log(`[${name}] ${warning}`)
    } finally {
      await handle.close()
    }
  }
  let looking = Promise.resolve()
  const timer = setInterval(() => {
    looking = looking.then(look).catch(() => undefined)
  }, EVERY_MS)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}

/** The message of a line that deserves to be seen: pino's from `warn`, and what is no JSON at all (a crash). */
export function warningIn(line: string): string | null {
  if (line.trim() === '') return null
  try {
    const entry: unknown = JSON.parse(line)
    if (typeof entry !== 'object' || entry === null || !('level' in entry)) return line
    if (QUIET.has(entry.level)) return null
    const error = 'err' in entry ? entry.err : undefined
    const reason = typeof error === 'object' && error !== null && 'message' in error ? `: ${String(error.message)}` : ''
    return `${'msg' in entry ? String(entry.msg) : ''}${reason}`
  } catch {
    return line
  }
}
