import { join } from 'node:path'
import { exchange } from '../processes/exchange.js'
import { findBinary, isExecutable } from '../processes/find-binary.js'
import { freePort } from '../processes/free-port.js'
import { isListening } from '../processes/is-listening.js'
import { startOwnedProcess } from '../processes/owned-process.js'
import { waitUntilReady } from '../processes/wait-until.js'
import { rabbitmqFolder } from './rabbitmq-folder.js'
import type { Service } from './service.js'
import { startedService } from './started-service.js'

const READY_MS = 90_000
/** What is behind Debian's /usr/sbin/rabbitmq-server, which insists on the user `rabbitmq` and the system's folders. */
const BEHIND_WRAPPER = '/usr/lib/rabbitmq/bin/rabbitmq-server'
const AMQP_GREETING = 'AMQP\0\0\u0009\u0001'

export interface RabbitmqBinaries {
  readonly server: string
  readonly portMapper: string
}

export async function findRabbitmq(env: NodeJS.ProcessEnv): Promise<RabbitmqBinaries | null> {
  const server = (await isExecutable(BEHIND_WRAPPER)) ? BEHIND_WRAPPER : await findBinary('rabbitmq-server', env)
  const portMapper = await findBinary('epmd', env)
  return server && portMapper ? { server, portMapper } : null
}

/** A private broker and its port mapper, on loopback, with all of its files in the data folder. */
export async function startRabbitmq(binaries: RabbitmqBinaries, dataFolder: string): Promise<Service> {
  const ports = { amqp: await freePort(), distribution: await freePort(), epmd: await freePort() }
  const settings = await rabbitmqFolder(join(dataFolder, 'rabbitmq'), ports)
  const env = { ...process.env, ...settings }
  const common = (name: string, appendLog: boolean) => ({
    name,
    env,
    cwd: join(dataFolder, 'rabbitmq'),
    dataFolder,
    appendLog,
    logFile: join(dataFolder, 'logs', `${name}.log`),
  })
  return startedService({
    url: `amqp://guest:guest@127.0.0.1:${ports.amqp}`,
    main: 'rabbitmq',
    start: async (appendLog) => {
      const portMapper = await startOwnedProcess({
        ...common('rabbitmq-epmd', appendLog),
        command: binaries.portMapper,
        args: ['-address', '127.0.0.1', '-port', String(ports.epmd)],
      })
      await waitUntilReady(portMapper, () => isListening(ports.epmd), READY_MS)
      const broker = await startOwnedProcess({
        ...common('rabbitmq', appendLog),
        command: binaries.server,
        args: [],
        graceMs: 30_000,
      })
      // It answers the greeting with Connection.Start, a method frame (type 1) on channel 0.
      await waitUntilReady(broker, async () => (await exchange(ports.amqp, AMQP_GREETING)).startsWith('\u0001\0\0'), READY_MS)
      return [portMapper, broker]
    },
  })
}
