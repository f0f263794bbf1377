import { describe, expect, it } from 'vitest'
import { readGatewayEnvironment } from './environment.js'

const needed = {
  RABBITMQ_URL: 'amqp://127.0.0.1', REDIS_URL: 'redis://127.0.0.1', IDENTITY_SECRET: 'x'.repeat(32),
  AUTH_URL: 'http://127.0.0.1:1/graphql', TICKETS_URL: 'http://127.0.0.1:2/graphql', ORDERS_URL: 'http://127.0.0.1:3/graphql',
}

describe('the environment', () => {
  it('needs little', () => {
    expect(readGatewayEnvironment(needed)).toMatchObject({ PORT: 4000, MUTATIONS_PER_SECOND: 50, READS_PER_SECOND: 1000, CORS_ORIGINS: [], TRUST_PROXY: 0 })
  })

  it('gives orders more time than orders gives itself', () => {
    expect(readGatewayEnvironment({ ...needed, ORDER_WAIT_MS: '7000' }).ORDERS_TIMEOUT_MS).toBe(10_000)
  })

  it('reads a list of origins', () => {
    expect(readGatewayEnvironment({ ...needed, CORS_ORIGINS: 'https://a.example, http://localhost:5173' }).CORS_ORIGINS).toEqual(['https://a.example', 'http://localhost:5173'])
  })
})
