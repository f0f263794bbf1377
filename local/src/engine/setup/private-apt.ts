import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runCommand } from '../../processes/run-command.js'

/** Any mirror will do: the archive's signature is checked against Debian's keyring. */
const DEFAULT_MIRROR = 'http://deb.debian.org/debian'
const SUITE = 'sid'
export const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg'

export interface PrivateApt {
  /** Runs an apt command against its own state; nothing of the host's is read or changed. */
  run(command: 'apt-get' | 'apt-cache', args: readonly string[], cwd?: string): Promise<string>
}

/** An apt whose configuration, lists and downloads are all in `folder`: it needs no root and installs nothing. */
export async function privateApt(folder: string, architecture: string): Promise<PrivateApt> {
  await Promise.all(
    ['etc/preferences.d', 'state/lists/partial', 'cache/archives/partial'].map((name) =>
      mkdir(join(folder, name), { recursive: true }),
    ),
  )
  const configuration = join(folder, 'apt.conf')
  await writeFile(join(folder, 'status'), '')
  const source = `deb [arch=${architecture} signed-by=${KEYRING}] ${await mirror()} ${SUITE} main\n`
  await writeFile(join(folder, 'etc/sources.list'), source)
  await writeFile(configuration, configurationOf(folder, architecture))
  const env = { ...process.env, APT_CONFIG: configuration, LC_ALL: 'C' }
  return { run: (command, args, cwd) => runCommand(command, args, { env, ...(cwd === undefined ? {} : { cwd }) }) }
}

/** Mirrors lag, and the validity of an index may end before the next one arrives; signatures are checked all the same. */
function configurationOf(folder: string, architecture: string): string {
  return `APT::Architecture "${architecture}"; APT::Architectures { "${architecture}"; };
APT::Sandbox::User "root"; Acquire::Languages "none"; Acquire::Check-Valid-Until "false"; Acquire::Retries "3";
Dir::Etc "${folder}/etc"; Dir::Etc::SourceList "${folder}/etc/sources.list"; Dir::Etc::SourceParts "/dev/null"; Dir::Etc::Parts "/dev/null";
Dir::State "${folder}/state"; Dir::State::status "${folder}/status"; Dir::Cache "${folder}/cache";
`
}

/** The Debian mirror that this machine uses already, where it uses one. */
async function mirror(): Promise<string> {
  const format = ['--format', '$(REPO_URI)', 'Created-By: Packages', 'Label: Debian']
  const targets = await runCommand('apt-get', ['indextargets', ...format]).catch(() => '')
  return targets.split('\n').find((line) => line !== '') ?? DEFAULT_MIRROR
}
