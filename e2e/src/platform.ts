import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Platform, type Services, startPlatform, startServices } from '@mov-ticket/local'
import { type Account, signIn } from './accounts.js'
import { clearNamespace } from './clear-namespace.js'

export interface TestPlatform {
  readonly url: string
  readonly namespace: string
  readonly admin: Account
  readonly services: Services
  readonly processes: Platform['processes']
  stop(): Promise<void>
}

const root = resolve(import.meta.dirname, '../..')
const adminEmail = 'admin@e2e.example'
const adminPassword = 'the admin of the tests'

/** `E2E_LOG=1` shows what the launcher says; `E2E_KEEP=1` keeps the folder with the logs of the processes. */
const log = (line: string): void => {
  if (process.env.E2E_LOG !== undefined) console.error(line)
}

const urls = { mongodb: 'MONGODB_URL', rabbitmq: 'RABBITMQ_URL', redis: 'REDIS_URL' } as const
export type ServiceName = keyof typeof urls
const serviceNames: readonly ServiceName[] = ['mongodb', 'rabbitmq', 'redis']

export interface TestPlatformOptions {
  /** Of all processes; as a function it is told which backing services there are. */
  readonly environment?: Readonly<Record<string, string>> | ((services: Services) => Promise<Record<string, string>>)
  /** Private ones, that a test may kill: all, or some. */
  readonly ownServices?: boolean | readonly ServiceName[]
}

/**
 * All processes, built, on free ports and in a namespace of their own, with an admin signed in. Backing services are
 * those of the environment, or `ownServices`.
 */
export async function startTestPlatform(
  name: string,
  { environment = {}, ownServices = [] }: TestPlatformOptions = {},
): Promise<TestPlatform> {
  const namespace = `e2e-${name}-${randomBytes(4).toString('hex')}`
  const dataFolder = resolve(root, '.local/e2e', namespace)
  const own = Array.isArray(ownServices) ? ownServices : ownServices ? serviceNames : []
  const services = await startServices({ dataFolder, log, env: withoutUrlsOf(own) })
  const end = async (): Promise<void> => {
    await clearNamespace(services, namespace)
    await services.stop()
    await removeFolder(dataFolder)
  }
  return startProcesses({ namespace, dataFolder, services, environment, end })
}

/** A second instance of each process of a platform that runs. Stop it first. */
export async function startSecondInstances({ namespace, services }: TestPlatform): Promise<TestPlatform> {
  const dataFolder = resolve(root, '.local/e2e', `${namespace}-second`)
  return startProcesses({ namespace, dataFolder, services, environment: {}, end: async () => removeFolder(dataFolder) })
}

async function startProcesses({
  namespace,
  dataFolder,
  services,
  environment,
  end,
}: {
  namespace: string
  dataFolder: string
  services: Services
  environment: TestPlatformOptions['environment']
  end: () => Promise<void>
}): Promise<TestPlatform> {
  const admin = { ADMIN_EMAIL: adminEmail, ADMIN_PASSWORD: adminPassword }
  try {
    const platform = await startPlatform({
      services,
      namespace,
      dataFolder,
      log,
      environment: { ...admin, ...(typeof environment === 'function' ? await environment(services) : environment) },
    })
    return {
      url: platform.url,
      namespace,
      services,
      processes: platform.processes,
      admin: await signIn(platform.url, adminEmail, adminPassword),
      async stop() {
        await platform.stop()
        await end()
      },
    }
  } catch (error) {
    await end()
    throw error
  }
}

async function removeFolder(folder: string): Promise<void> {
  if (process.env.E2E_KEEP === undefined) await rm(folder, { recursive: true, force: true })
}

function withoutUrlsOf(own: readonly ServiceName[]): NodeJS.ProcessEnv {
  return { ...process.env, ...Object.fromEntries(own.map((name) => [urls[name], undefined])) }
}
