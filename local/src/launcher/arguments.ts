import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

export interface LauncherSettings {
  readonly dataFolder: string
  readonly port: number
  readonly namespace: string
  readonly admin: { readonly email: string; readonly password: string; readonly isDemo: boolean }
}

const DEMO_ADMIN = { email: 'admin@demo.example', password: 'popcorn-for-everybody', isDemo: true }

/** Reads the command line and the environment; everything that is wrong at once, as `problems`. */
export function readSettings(
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
  root: string,
): { settings: LauncherSettings } | { problems: string[] } {
  const problems: string[] = []
  let data = '.local'
  try {
    const { values } = parseArgs({ args: [...argv], options: { data: { type: 'string' } }, strict: true })
    if (values.data !== undefined) data = values.data
  } catch (error) {
    problems.push(`${error instanceof Error ? error.message.split('\n')[0] : String(error)} (npm start -- --data <folder>)`)
  }
  if (data === '') problems.push('--data must name a folder')
  const port = Number(env.PORT || 4_000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) problems.push('PORT must be a port from 0 to 65535')
  const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = env
  if (!email !== !password) problems.push('ADMIN_EMAIL and ADMIN_PASSWORD belong together: set both or none')
  if (problems.length > 0) return { problems }
  const admin = email && password ? { email, password, isDemo: false } : DEMO_ADMIN
  return { settings: { dataFolder: resolve(root, data), port, namespace: env.NAMESPACE || 'mov-ticket', admin } }
}
