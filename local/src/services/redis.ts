import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { exchange } from '../processes/exchange.js'
import { freePort } from '../processes/free-port.js'
import { startOwnedProcess } from '../processes/owned-process.js'
import { waitUntilReady } from '../processes/wait-until.js'
import type { Service } from './service.js'
import { startedService } from './started-service.js'

const READY_MS = 30_000

/** A private Redis: loopback only; every write is on disk within a second (deadlines survive a crash but for that). */
export async function startRedis(binary: string, dataFolder: string): Promise<Service> {
  const port = await freePort()
  const folder = join(dataFolder, 'redis')
  await mkdir(folder, { recursive: true })
  const settings = {
    port: String(port),
    bind: '127.0.0.1',
    dir: folder,
    appendonly: 'yes',
    appendfsync: 'everysec',
    save: '',
    daemonize: 'no',
  }
  return startedService({
    url: `redis://127.0.0.1:${port}`,
    main: 'redis',
    start: async (appendLog) => {
      const redis = await startOwnedProcess({
        name: 'redis',
        command: binary,
        args: Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]),
        env: { ...process.env, LC_ALL: 'C' },
        dataFolder,
        logFile: join(dataFolder, 'logs', 'redis.log'),
        appendLog,
      })
      await waitUntilReady(redis, async () => (await exchange(port, 'PING\r\n')).startsWith('+PONG'), READY_MS)
      return [redis]
    },
  })
}
