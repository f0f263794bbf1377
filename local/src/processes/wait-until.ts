import { readFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import type { OwnedProcess } from './owned-process.js'

const POLL_MS = 40

/**
 * Waits until `isReady` resolves to true. Rejects with the end of its log when the process ends before, or when the
 * time is up.
 */
export async function waitUntilReady(
  owned: OwnedProcess,
  isReady: () => Promise<boolean>,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<void> {
  const deadline = Date.now() + timeoutMs
  while (!(await isReady().catch(() => false))) {
    signal?.throwIfAborted()
    const exit = owned.exit()
    if (exit) throw new Error(`${owned.name} ended (${exit.signal ?? `code ${exit.code}`}) before it was ready${await tail(owned)}`)
    if (Date.now() > deadline) throw new Error(`${owned.name} was not ready within ${timeoutMs / 1_000} s${await tail(owned)}`)
    await delay(POLL_MS)
  }
}

async function tail(owned: OwnedProcess): Promise<string> {
  const text = await readFile(owned.logFile, 'utf8').catch(() => '')
  return `. The end of ${owned.logFile}:\n${text.trimEnd().split('\n').slice(-12).join('\n')}`
}
