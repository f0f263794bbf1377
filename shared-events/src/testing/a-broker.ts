import { onTestFinished, vi } from 'vitest'
import { connectBroker } from '../broker.js'
import type { Broker, BrokerOptions } from '../broker.js'
import { backingServices, removeNamespace, testNamespace } from './backing-services.js'
import { startFaultProxy } from './fault-proxy.js'
import type { FaultProxy } from './fault-proxy.js'
import { quietLogger } from './quiet-logger.js'
import { soon } from './soon.js'

const SHORT_DELAYS_MS = [50, 100, 150, 200]

export interface TestBroker {
  readonly namespace: string
  readonly broker: Broker
  /** Between the broker client and RabbitMQ. */
  readonly proxy: FaultProxy
  /** One more process of the same namespace, with its own links. */
  readonly another: (options?: Partial<BrokerOptions>) => Broker
}

/** A broker client of a namespace of its own, connected, behind a link that can be broken; gone when the test ends. */
export async function aBroker(options: Partial<BrokerOptions> = {}): Promise<TestBroker> {
  const namespace = testNamespace()
  const { rabbitmqUrl } = backingServices()
  const proxy = await startFaultProxy(rabbitmqUrl)
  const brokers: Broker[] = []
  const create = (more: Partial<BrokerOptions>) => {
    const broker = connectBroker({
      url: rabbitmqUrl,
      namespace,
      service: 'spec',
      logger: quietLogger(),
      retryDelaysMs: SHORT_DELAYS_MS,
      ...more,
    })
    brokers.push(broker)
    return broker
  }
  const broker = create({ url: proxy.url, ...options })
  onTestFinished(async () => {
    proxy.serve()
    await Promise.all(brokers.map((each) => each.stop()))
    await proxy.close()
    await removeNamespace(namespace, options.retryDelaysMs ?? SHORT_DELAYS_MS)
  })
  await vi.waitFor(() => broker.ready(), soon)
  return { namespace, broker, proxy, another: (more = {}) => create(more) }
}
