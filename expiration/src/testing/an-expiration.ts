import { onTestFinished } from 'vitest'
import { createLogger, createShutdown } from '@mov-ticket/service-kit'
import type { Shutdown } from '@mov-ticket/service-kit'
import { backingServices, connectBroker, removeNamespace, startFaultProxy, testNamespace } from '@mov-ticket/shared-events'
import type { Broker, EventOf, FaultProxy } from '@mov-ticket/shared-events'
import { startExpiration } from '../start-expiration.js'

export interface TestPlatform {
  readonly namespace: string
  /** Stands for tickets: what it announces, and what it hears. */
  readonly tickets: Broker
  readonly expired: EventOf<'lock.expired'>[]
  readonly asked: EventOf<'locks.requested'>[]
  /** Between expiration and Redis. */
  readonly redisProxy: FaultProxy
  /** Between expiration and RabbitMQ. */
  readonly rabbitmqProxy: FaultProxy
  /** One more instance; the first is running already. */
  readonly startAnother: () => Promise<Shutdown>
  readonly first: Shutdown
}

/** Expiration on real RabbitMQ and Redis, in a namespace of its own, with a stand-in for tickets. */
export async function anExpiration(): Promise<TestPlatform> {
  const namespace = testNamespace()
  const { rabbitmqUrl, redisUrl } = backingServices()
  const logger = createLogger({ service: 'spec', level: process.env.LOG_LEVEL ?? 'silent' })
  const [redisProxy, rabbitmqProxy] = await Promise.all([startFaultProxy(redisUrl), startFaultProxy(rabbitmqUrl)])
  const tickets = connectBroker({ url: rabbitmqUrl, namespace, service: 'tickets', logger })
  const instances: Shutdown[] = []
  onTestFinished(async () => {
    for (const proxy of [redisProxy, rabbitmqProxy]) proxy.serve()
    await Promise.all(instances.map((instance) => instance.stop()))
    await tickets.stop()
    await Promise.all([redisProxy.close(), rabbitmqProxy.close()])
    await removeNamespace(namespace)
  })

  const expired: EventOf<'lock.expired'>[] = []
  const asked: EventOf<'locks.requested'>[] = []
  await tickets.consume('tickets.locks-requested', { 'locks.requested': async (event) => void asked.push(event) })
  await tickets.consume('tickets.screenings.4', { 'lock.expired': async (event) => void expired.push(event) })

  async function startAnother(): Promise<Shutdown> {
    const shutdown = createShutdown({ logger })
    instances.push(shutdown)
    await startExpiration({
      namespace,
      rabbitmqUrl: rabbitmqProxy.url,
      redisUrl: redisProxy.url,
      host: '127.0.0.1',
      port: 0,
      now: () => new Date(),
      logger,
      shutdown,
    })
    return shutdown
  }
  const first = await startAnother()
  return { namespace, tickets, expired, asked, redisProxy, rabbitmqProxy, startAnother, first }
}
