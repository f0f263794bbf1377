import { afterEach, describe, expect, it, vi } from 'vitest'
import { createLogger } from './logger.js'
import { createShutdown } from './shutdown.js'

const lines: string[] = []
const logger = createLogger({ service: 'spec', level: 'info', destination: { write: (line) => void lines.push(line) } })

describe('a shutdown', () => {
  afterEach(() => {
    vi.restoreAllMocks()
    for (const event of ['SIGINT', 'SIGTERM'] as const) process.removeAllListeners(event)
  })

  it('stops what started last first, one after the other, once', async () => {
    const order: string[] = []
    const shutdown = createShutdown({ logger })
    shutdown.onStop('database', () => void order.push('database'))
    shutdown.onStop('server', async () => {
      await Promise.resolve()
      order.push('server')
    })
    expect(await Promise.all([shutdown.stop(), shutdown.stop()])).toEqual([true, true])
    expect(order).toEqual(['server', 'database'])
  })

  it('goes on where a step fails or hangs, and says which', async () => {
    const order: string[] = []
    const shutdown = createShutdown({ logger, graceMs: 30 })
    shutdown.onStop('database', () => void order.push('database'))
    shutdown.onStop('hangs', () => new Promise(() => undefined))
    shutdown.onStop('fails', () => Promise.reject(new Error('no')))
    expect(await shutdown.stop()).toBe(false)
    expect(order).toEqual(['database'])
    const problems = lines.filter((line) => line.includes('could not stop'))
    expect(problems).toEqual([expect.stringContaining('"step":"fails"'), expect.stringContaining('"step":"hangs"')])
  })

  it('begins at the first signal, and a second one changes nothing', async () => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- exit never returns; here it must.
    const exit = vi.spyOn(process, 'exit').mockReturnValue(undefined as never)
    let stops = 0
    const shutdown = createShutdown({ logger })
    shutdown.onStop('server', () => void (stops += 1))
    shutdown.listen()
    process.emit('SIGINT')
    process.emit('SIGTERM')
    await vi.waitFor(() => expect(exit).toHaveBeenCalledWith(0))
    expect(stops).toBe(1)
  })
})
