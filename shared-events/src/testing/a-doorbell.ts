import { onTestFinished, vi } from 'vitest'
import { createDoorbell } from '../doorbell.js'
import type { Doorbell } from '../doorbell.js'
import { backingServices, removeKeys, testNamespace } from './backing-services.js'
import { startFaultProxy } from './fault-proxy.js'
import type { FaultProxy } from './fault-proxy.js'
import { quietLogger } from './quiet-logger.js'
import { soon } from './soon.js'

export interface TestDoorbell {
  readonly doorbell: Doorbell
  /** Between the doorbell and Redis. */
  readonly proxy: FaultProxy
  /** Another process's, with links that nothing disturbs. */
  readonly other: Doorbell
  readonly namespace: string
}

/** Two doorbells of a namespace of their own, one behind a link that can be broken; gone when the test ends. */
export async function aDoorbell(): Promise<TestDoorbell> {
  const namespace = testNamespace()
  const { redisUrl } = backingServices()
  const proxy = await startFaultProxy(redisUrl)
  const doorbell = createDoorbell({ redisUrl: proxy.url, namespace, logger: quietLogger() })
  const other = createDoorbell({ redisUrl, namespace, logger: quietLogger() })
  onTestFinished(async () => {
    proxy.serve()
    await Promise.all([doorbell.stop(), other.stop()])
    await proxy.close()
    await removeKeys(namespace)
  })
  await vi.waitFor(() => Promise.all([doorbell.ready(), other.ready()]), soon)
  return { doorbell, proxy, other, namespace }
}
