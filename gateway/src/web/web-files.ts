import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'

export type Encoding = 'br' | 'gzip'

export interface WebFile {
  readonly type: string
  readonly etag: string
  /** Named by its content: it may be kept for ever. */
  readonly isHashed: boolean
  readonly content: Buffer
  /** As the build compressed it. */
  readonly encoded: Readonly<Partial<Record<Encoding, Buffer>>>
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.woff2': 'font/woff2',
}

/** By path, such as `/assets/index-1a2b.js`. Only what has a type; the build's own notes, in dot folders, are left out. */
export async function loadFiles(folder: string): Promise<ReadonlyMap<string, WebFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = new Set(entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)))
  const files = new Map<string, WebFile>()
  for (const name of names) {
    const path = `/${relative(folder, name).split(sep).join('/')}`
    const type = types[extname(name)]
    if (type === undefined || path.startsWith('/.')) continue
    const content = await readFile(name)
    const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`
    const encoded = {
      ...(names.has(`${name}.br`) && { br: await readFile(`${name}.br`) }),
      ...(names.has(`${name}.gz`) && { gzip: await readFile(`${name}.gz`) }),
    }
    files.set(path, { type, etag, isHashed: path.startsWith('/assets/'), content, encoded })
  }
  return files
}
