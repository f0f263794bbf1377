import { execFile } from 'node:child_process'

export interface CommandOptions {
  readonly env?: NodeJS.ProcessEnv
  readonly cwd?: string
  readonly user?: { readonly uid: number; readonly gid: number }
  readonly timeoutMs?: number
}

/** Runs a command to its end and gives what it printed; rejects with what it said where it fails. Asks nothing. */
export function runCommand(command: string, args: readonly string[], options: CommandOptions = {}): Promise<string> {
  const { env, cwd, user, timeoutMs } = options
  return new Promise((resolve, reject) => {
    const child = execFile(
      command,
      args,
      {
        encoding: 'utf8',
        maxBuffer: 64 << 20,
        ...(env === undefined ? {} : { env }),
        ...(cwd === undefined ? {} : { cwd }),
        ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
        ...user,
      },
      (error, stdout, stderr) => {
        if (!error) resolve(stdout)
        else reject(new Error(`${command} ${args.slice(0, 3).join(' ')} failed: ${stderr.trim() || error.message}`))
      },
    )
    child.stdin?.end()
  })
}
