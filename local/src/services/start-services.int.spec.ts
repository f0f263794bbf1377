import { rm } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../engine/compat/test-engine.js'
import { isListening } from '../processes/is-listening.js'
import { readRecords } from '../processes/process-records.js'
import { startServices } from './start-services.js'

const NONE = { MONGODB_URL: undefined, RABBITMQ_URL: undefined, REDIS_URL: undefined }

test('private services start, come back from a crash on the same port, and leave nothing running', async () => {
  const dataFolder = await temporaryFolder()
  const services = await startServices({ dataFolder, log: () => undefined, env: { ...process.env, ...NONE } })
  const ports = [services.mongodbUrl, services.rabbitmqUrl, services.redisUrl].map((url) => Number(new URL(url).port))
  try {
    for (const each of Object.values(services.processes)) {
      const { pid } = each
      each.kill('SIGKILL')
      await each.restart()
      expect(each.pid).not.toBe(pid)
    }
    expect(await Promise.all(ports.map((port) => isListening(port)))).toEqual([true, true, true])
  } finally {
    await Promise.all([services.stop(), services.stop()])
  }
  expect(await Promise.all(ports.map((port) => isListening(port)))).toEqual([false, false, false])
  expect(await readRecords(dataFolder)).toEqual([])
  await rm(dataFolder, { recursive: true })
}, 180_000)

test('servers of the environment are used as they are, and left alone', async () => {
  const dataFolder = await temporaryFolder()
  const env = { MONGODB_URL: 'mongodb://db.example', RABBITMQ_URL: 'amqp://mq.example', REDIS_URL: 'redis://cache.example' }
  const services = await startServices({ dataFolder, log: () => undefined, env })
  expect(services).toMatchObject({
    mongodbUrl: 'mongodb://db.example',
    rabbitmqUrl: 'amqp://mq.example',
    redisUrl: 'redis://cache.example',
    processes: {},
  })
  await services.stop()
  await rm(dataFolder, { recursive: true })
})
