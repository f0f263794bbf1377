import { expect, test } from 'vitest'
import { environmentFor, urlOf } from './process-environment.js'

const ports = { auth: 1, tickets: 2, orders: 3, expiration: 4, gateway: 5 }
const options = {
  shared: { LOG_LEVEL: 'info', ORDER_WAIT_MS: '5000' },
  inherited: { LOG_LEVEL: 'warn', PORT: '4000', MONGODB_URL: 'mongodb://elsewhere', ADMIN_EMAIL: 'a@b.example', ADMIN_PASSWORD: 'x' },
  services: { mongodbUrl: 'mongodb://here', rabbitmqUrl: 'amqp://here', redisUrl: 'redis://here' },
  namespace: 'test',
  secret: 's'.repeat(32),
  ports,
  webFolder: '/clone/web/dist',
  overrides: { ORDER_WAIT_MS: '100' },
}

test('what is nearer is stronger: shared.env, our own environment, the platform, what it was asked to do', () => {
  expect(environmentFor('tickets', options)).toMatchObject({
    LOG_LEVEL: 'warn',
    ORDER_WAIT_MS: '100',
    MONGODB_URL: 'mongodb://here',
    NAMESPACE: 'test',
    HOST: '127.0.0.1',
    PORT: '2',
  })
})

test('only auth learns who the first admin is', () => {
  expect(environmentFor('auth', options)).toHaveProperty('ADMIN_PASSWORD', 'x')
  expect(environmentFor('gateway', options)).not.toHaveProperty('ADMIN_PASSWORD')
})

test('the address of each process', () => {
  expect(urlOf('gateway', ports)).toBe('http://127.0.0.1:5/graphql')
  expect(urlOf('expiration', ports)).toBe('http://127.0.0.1:4')
})
