import { describe, expect, it } from 'vitest'
import { withCorrelation } from './correlation.js'
import { createLogger } from './logger.js'

describe('the log', () => {
  const lines: string[] = []
  const logger = createLogger({ service: 'auth', level: 'info', destination: { write: (line) => void lines.push(line) } })
  const last = (): Record<string, unknown> => JSON.parse(lines.at(-1) ?? '{}')

  it('says who speaks, when, and for which request', () => {
    withCorrelation({ correlationId: 'c1', causationId: null, traceparent: null }, () => logger.info({ seats: 3 }, 'locked'))
    expect(last()).toMatchObject({ level: 'info', service: 'auth', correlationId: 'c1', seats: 3, msg: 'locked' })
    expect(last()['time']).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
    logger.info('outside')
    expect(last()).not.toHaveProperty('correlationId')
  })

  it('never holds a secret', () => {
    logger.info({
      token: 'open sesame 1', input: { password: 'open sesame 2' }, request: { headers: { authorization: 'open sesame 3', cookie: 'open sesame 4', 'set-cookie': 'open sesame 5' } },
    })
    expect(lines.at(-1)).not.toContain('open sesame')
  })
})
