import { access } from 'node:fs/promises'
import { findBinary } from '../processes/find-binary.js'
import { step, type Log } from '../processes/log.js'
import { runCommand } from '../processes/run-command.js'

/** Debian asks this program before it starts a service that was just installed; 101 means "not allowed". */
const POLICY = '/usr/sbin/policy-rc.d'
const OPTIONS = ['-y', '-qq', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120', '-o', 'Dpkg::Use-Pty=0']

/** Installs Debian packages where that is allowed without a question: as root, or by sudo that needs no password. */
export class DebianPackages {
  private last: Promise<unknown> = Promise.resolve()

  constructor(private readonly log: Log) {}

  async obstacle(): Promise<string | null> {
    if (!(await findBinary('apt-get'))) return 'this is no Debian (no apt-get)'
    return (await asRoot()) ? null : 'installing needs root, or sudo without a password'
  }

  /** One after the other, as dpkg's lock would have it. `units` are what systemd would otherwise start at boot. */
  install(name: string, units: readonly string[]): Promise<void> {
    const mine = this.last.then(() => step(this.log, `Installing Debian's ${name}`, () => install(name, units)))
    this.last = mine.catch(() => undefined)
    return mine
  }
}

async function install(name: string, units: readonly string[]): Promise<void> {
  const prefix = (await asRoot()) ?? []
  const run = (...command: string[]) => {
    const [program = '', ...args] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'RUNLEVEL=1', ...command]
    return runCommand(program, args)
  }
  const forbidden = await forbidServices(run)
  try {
    await run('apt-get', 'install', ...OPTIONS, name).catch(async () => {
      await run('apt-get', 'update', '-qq') // no lists, or old ones
      await run('apt-get', 'install', ...OPTIONS, name)
    })
    if (await exists('/run/systemd/system')) await run('systemctl', 'disable', '--now', '--quiet', ...units).catch(() => '')
  } finally {
    if (forbidden) await run('rm', '-f', POLICY)
  }
}

/** Nothing that is installed here shall run as a service of the system. True where the policy is ours to remove. */
async function forbidServices(run: (...command: string[]) => Promise<string>): Promise<boolean> {
  if (await exists(POLICY)) return false
  await run('sh', '-c', `printf '#!/bin/sh\\nexit 101\\n' > ${POLICY} && chmod 755 ${POLICY}`)
  return true
}

/** What goes before a command to run it as root; null where that would need a password. */
async function asRoot(): Promise<string[] | null> {
  if (process.getuid?.() === 0) return []
  return runCommand('sudo', ['-n', 'true']).then(
    () => ['sudo', '-n'],
    () => null,
  )
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
