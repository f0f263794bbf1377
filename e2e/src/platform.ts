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

/**
 * All processes, built, on free ports and in a namespace of their own, with an admin signed in. Backing services are
 * those of the environment, or with `ownServices` private ones that a test may kill.
 */
export async function startTestPlatform(
  name: string,
  { environment = {}, ownServices = false }: { environment?: Record<string, string>; ownServices?: boolean } = {},
): Promise<TestPlatform> {
  const namespace = `e2e-${name}-${randomBytes(4).toString('hex')}`
  const dataFolder = resolve(root, '.local/e2e', namespace)
  const services = await startServices({ dataFolder, log, env: ownServices ? withoutUrls(process.env) : process.env })
  try {
    const platform = await startPlatform({
      services,
      namespace,
      dataFolder,
      log,
      environment: { ADMIN_EMAIL: adminEmail, ADMIN_PASSWORD: adminPassword, ...environment },
    })
    return {
      url: platform.url,
      namespace,
      services,
      processes: platform.processes,
      admin: await signIn(platform.url, adminEmail, adminPassword),
      async stop() {
        await platform.stop()
        await end(services, namespace, dataFolder)
      },
    }
  } catch (error) {
    await end(services, namespace, dataFolder)
    throw error
  }
}

async function end(services: Services, namespace: string, dataFolder: string): Promise<void> {
  await clearNamespace(services, namespace)
  await services.stop()
  if (process.env.E2E_KEEP === undefined) await rm(dataFolder, { recursive: true, force: true })
}

function withoutUrls(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...env, MONGODB_URL: undefined, RABBITMQ_URL: undefined, REDIS_URL: undefined }
}
