import { exchange } from '../processes/exchange.js'
import type { Container } from './docker.js'

/** The official images, for machines that have Docker but nothing else. */
export const CONTAINERS: Readonly<Record<Container['name'], Container>> = {
  mongodb: {
    name: 'mongodb',
    image: 'mongo:7',
    port: 27_017,
    data: '/data/db',
    command: [],
    url: (port) => `mongodb://127.0.0.1:${port}`,
    // Docker listens before the server does; its HTTP notice ("It looks like you are trying to access MongoDB") is the server's.
    isReady: async (port) => (await exchange(port, 'GET / HTTP/1.0\r\n\r\n')).startsWith('HTTP/1.0 200'),
  },
  rabbitmq: {
    name: 'rabbitmq',
    image: 'rabbitmq:3.13',
    port: 5_672,
    data: '/var/lib/rabbitmq',
    command: [],
    hostname: 'mov-ticket',
    url: (port) => `amqp://guest:guest@127.0.0.1:${port}`,
    isReady: async (port) => (await exchange(port, 'AMQP\0\0\u0009\u0001')).startsWith('\u0001\0\0'),
  },
  redis: {
    name: 'redis',
    image: 'redis:7',
    port: 6_379,
    data: '/data',
    command: ['redis-server', '--appendonly', 'yes', '--appendfsync', 'everysec'],
    url: (port) => `redis://127.0.0.1:${port}`,
    isReady: async (port) => (await exchange(port, 'PING\r\n')).startsWith('+PONG'),
  },
}
