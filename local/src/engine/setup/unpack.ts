import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { pipeline } from 'node:stream/promises'

/** Nothing of this is read by a running server. */
const LEFT_OUT = [
  './usr/share/doc/*',
  './usr/share/man/*',
  './usr/share/locale/*',
  './usr/share/proj/*',
  '*/bitcode/*',
  './usr/lib/*/gconv/*',
]

/** Unpacks a Debian package's files into `root`; its scripts don't run. */
export async function unpack(deb: string, root: string): Promise<void> {
  const exclude = LEFT_OUT.map((pattern) => `--exclude=${pattern}`)
  const read = spawn('dpkg-deb', ['--fsys-tarfile', deb], { stdio: ['ignore', 'pipe', 'inherit'] })
  const write = spawn('tar', ['-x', '-C', root, '--keep-directory-symlink', '--no-same-owner', ...exclude], {
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  let complaint = ''
  write.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text))
  const ends = Promise.all([once(read, 'close'), once(write, 'close')])
  await pipeline(read.stdout, write.stdin).catch(() => undefined) // tar has ended: its own words say why
  const codes = (await ends).map(([code]: unknown[]) => code)
  if (codes.some((code) => code !== 0)) throw new Error(`${deb} can't be unpacked: ${complaint.trim()}`)
}
