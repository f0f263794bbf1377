import { open } from 'node:fs/promises'
import type { Log } from '../processes/log.js'

const EVERY_MS = 500
const WARN = 40

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
    if (Number(entry.level) < WARN) return null
    const error = 'err' in entry && typeof entry.err === 'object' && entry.err !== null && 'message' in entry.err ? `: ${String(entry.err.message)}` : ''
    return `${'msg' in entry ? String(entry.msg) : ''}${error}`
  } catch {
    return line
  }
}
