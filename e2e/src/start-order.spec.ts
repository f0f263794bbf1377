import { afterAll, beforeAll, expect, test } from 'vitest'
import { signIn, signUp } from './accounts.js'
import { accepted, createOrder, reserveOrder } from './orders.js'
import { startTestPlatform, type TestPlatform } from './platform.js'
import { schedule } from './screenings.js'

let platform: TestPlatform
beforeAll(async () => {
  platform = await startTestPlatform('start-order', { ownServices: true })
}, 120_000)
afterAll(async () => platform.stop())

test('every process waits for the backing services, says which one is missing, and is ready once they are there', async () => {
  const { rabbitmq, ...others } = platform.services.processes
  const services = Object.values(platform.services.processes)
  const processes = Object.values(platform.processes)
  for (const service of Object.values(others)) service.kill('SIGKILL')
  // Its queues are a moment old: what Ra knows of a new quorum queue is on disk only after half a second of rest, and
  // without it RabbitMQ answers no consumer of that queue ever again. Crashes are for crash.spec.ts.
  rabbitmq?.kill('SIGTERM')
  for (const process of processes) process.kill('SIGKILL')

  const started = Promise.all(processes.map(async (process) => process.restart()))
  await expect.poll(async () => statusOf(platform.processes.gateway.url), { timeout: 20_000 }).toBe(503)
  await Promise.all(services.map(async (service) => service.restart()))
  await started

  const [admin, buyer] = await Promise.all([
    signIn(platform.url, platform.admin.email, platform.admin.password),
    signUp(platform.url),
  ])
  const screening = await schedule(admin)
  const order = accepted(await createOrder(buyer, screening.id, screening.ticketIds.slice(0, 2)))
  expect(accepted(await reserveOrder(buyer, order.id)).status).toBe('RESERVED')
}, 120_000)

async function statusOf(url: string): Promise<number> {
  const response = await fetch(new URL('/readyz', url)).catch(() => null)
  await response?.body?.cancel()
  return response?.status ?? 0
}
