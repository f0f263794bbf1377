import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { environmentOf, parseEnvironment } from './environment.js'

const shape = {
  NAMESPACE: environmentOf.namespace,
  PORT: environmentOf.port.default(4001),
  REDIS_URL: environmentOf.redisUrl,
  IDENTITY_SECRET: environmentOf.identitySecret,
  ORDER_WAIT_MS: environmentOf.milliseconds(5_000),
  HASHING_QUEUE: environmentOf.count(400, 200),
  ADMIN_EMAIL: z.email().optional(),
}
const enough = { REDIS_URL: 'redis://localhost', IDENTITY_SECRET: 'x'.repeat(32) }

describe('the environment', () => {
  it('gives defaults for what is not set or empty', () => {
    expect(parseEnvironment(shape, { ...enough, NAMESPACE: '', ADMIN_EMAIL: '' })).toEqual({
      ok: true,
      values: { ...enough, NAMESPACE: 'mov-ticket', PORT: 4001, ORDER_WAIT_MS: 5_000, HASHING_QUEUE: 400 },
    })
  })

  it('reads numbers', () => {
    const result = parseEnvironment(shape, { ...enough, PORT: '0', ORDER_WAIT_MS: '10', HASHING_QUEUE: '200' })
    expect(result).toMatchObject({ ok: true, values: { PORT: 0, ORDER_WAIT_MS: 10, HASHING_QUEUE: 200 } })
  })

  it('names everything that is wrong at once, says what would be right, and quotes no value', () => {
    const result = parseEnvironment(shape, {
      NAMESPACE: 'Not This', PORT: '70000', IDENTITY_SECRET: 'hunter2', ORDER_WAIT_MS: '-1', HASHING_QUEUE: '10',
    })
    const problems = result.ok ? [] : result.problems
    expect(problems.map((problem) => problem.split(' ', 1)[0])).toEqual([
      'NAMESPACE', 'PORT', 'REDIS_URL', 'IDENTITY_SECRET', 'ORDER_WAIT_MS', 'HASHING_QUEUE',
    ])
    expect(problems).toContain('REDIS_URL is missing')
    expect(problems).toContain('HASHING_QUEUE must be at least 200')
    expect(problems.join()).not.toContain('hunter2')
  })

  it('reads a value from the file that <NAME>_FILE names', () => {
    const folder = mkdtempSync(join(tmpdir(), 'environment-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const file = join(folder, 'secret')
    writeFileSync(file, `${'y'.repeat(32)}\n`)

    const { IDENTITY_SECRET: _, ...others } = enough
    expect(parseEnvironment(shape, { ...others, IDENTITY_SECRET_FILE: file })).toMatchObject({
      ok: true,
      values: { IDENTITY_SECRET: 'y'.repeat(32) },
    })
    expect(parseEnvironment(shape, { ...others, IDENTITY_SECRET_FILE: join(folder, 'none'), PORT: 'x' })).toEqual({
      ok: false,
      problems: [expect.stringMatching(/^IDENTITY_SECRET_FILE must name a file that can be read/), 'PORT must be a whole number'],
    })
  })

  it.each([
    ['MongoDB, several hosts', environmentOf.mongodbUrl, 'mongodb://a:1,b:2/?replicaSet=rs', true],
    ['MongoDB', environmentOf.mongodbUrl, 'mongodb://127.0.0.1:27017', true],
    ['MongoDB', environmentOf.mongodbUrl, 'http://127.0.0.1', false],
    ['RabbitMQ', environmentOf.rabbitmqUrl, 'amqps://host', true],
    ['RabbitMQ', environmentOf.rabbitmqUrl, 'host:5672', false],
    ['HTTP', environmentOf.httpUrl, 'http://', false],
  ])('knows a URL of %s', (_name, piece, text, right) => {
    expect(piece.safeParse(text).success).toBe(right)
  })
})
