import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import { findBinary } from '../processes/find-binary.js'
import { freePort } from '../processes/free-port.js'
import { step, type Log } from '../processes/log.js'
import { startOwnedProcess } from '../processes/owned-process.js'
import { runCommand } from '../processes/run-command.js'
import { waitUntilReady } from '../processes/wait-until.js'
import type { Service, Way } from './service.js'
import { startedService } from './started-service.js'

const READY_MS = 120_000

export interface Container {
  readonly name: 'mongodb' | 'rabbitmq' | 'redis'
  readonly image: string
  /** Inside the container. */
  readonly port: number
  readonly data: string
  readonly command: readonly string[]
  /** RabbitMQ keeps its data under its host name. */
  readonly hostname?: string
  url(port: number): string
  isReady(port: number): Promise<boolean>
}

/** An official image on a Docker engine, its port on loopback, its data in a volume named after the data folder. */
export function inDocker(container: Container, dataFolder: string, log: Log): Way {
  return {
    name: `${container.image} on Docker`,
    obstacle: async () => {
      if (!(await findBinary('docker'))) return 'no docker on PATH'
      return runCommand('docker', ['info', '--format', '{{.ServerVersion}}'], { timeoutMs: 10_000 }).then(
        () => null,
        () => 'no Docker engine answers',
      )
    },
    start: () => startContainer(container, dataFolder, log),
  }
}

async function startContainer(container: Container, dataFolder: string, log: Log): Promise<Service> {
  const id = createHash('sha256').update(resolve(dataFolder)).digest('hex').slice(0, 12)
  const name = `mov-ticket-${id}-${container.name}`
  const port = await freePort()
  await runCommand('docker', ['image', 'inspect', container.image]).catch(() =>
    step(log, `Pulling ${container.image}`, () => runCommand('docker', ['pull', '--quiet', container.image])),
  )
  return startedService({
    url: container.url(port),
    main: container.name,
    start: async (appendLog) => {
      await runCommand('docker', ['rm', '--force', name]).catch(() => '') // one that a crash left behind
      // In the foreground: the client hands our signals on, and ends when the container does.
      const client = await startOwnedProcess({
        name: container.name,
        command: 'docker',
        args: [
          'run', '--rm', '--name', name, '--publish', `127.0.0.1:${port}:${container.port}`,
          '--volume', `${name}:${container.data}`, '--hostname', container.hostname ?? name, container.image, ...container.command,
        ],
        env: process.env,
        dataFolder,
        logFile: join(dataFolder, 'logs', `${container.name}.log`),
        appendLog,
        graceMs: 30_000,
      })
      await waitUntilReady(client, () => container.isReady(port), READY_MS)
      return [client]
    },
    // The client hands on most signals, but not SIGKILL.
    kill: (signal) => void runCommand('docker', ['kill', '--signal', signal, name]).catch(() => ''),
  })
}
