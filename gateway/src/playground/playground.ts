import { pathOf } from '@mov-ticket/service-kit'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { examples } from './examples.js'

export interface Playground {
  /** False: the request is another. */
  answer(request: IncomingMessage, response: ServerResponse): Promise<boolean>
}

interface File {
  readonly type: string
  readonly etag: string
  readonly zipped: Buffer
}

/** Everything comes from this host, and no script stands in the page. GraphiQL's dialogs bring a style of their own. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const own = fileURLToPath(new URL('../../playground/', import.meta.url))
const require = createRequire(import.meta.url)

/** GraphiQL, served from this host: `/graphql` as a page, and its parts below `/playground/`. */
export async function createPlayground(): Promise<Playground> {
  const page = await load('text/html; charset=utf-8', join(own, 'page.html'))
  const script = 'text/javascript; charset=utf-8'
  const style = 'text/css; charset=utf-8'
  const parts: Readonly<Record<string, File>> = {
    'page.js': await load(script, join(own, 'page.js')),
    'page.css': await load(style, join(own, 'page.css')),
    'icon.svg': await load('image/svg+xml', join(own, 'icon.svg')),
    'react.js': await load(script, inPackage('react', 'umd/react.production.min.js')),
    'react-dom.js': await load(script, inPackage('react-dom', 'umd/react-dom.production.min.js')),
    'graphiql.js': await load(script, inPackage('graphiql', 'graphiql.min.js')),
    'graphiql.css': await load(style, inPackage('graphiql', 'graphiql.min.css')),
    'examples.json': await zipped('application/json', Buffer.from(JSON.stringify(examples))),
  }

  return {
    async answer(request, response) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return false
      const path = pathOf(request)
      if (path === '/') {
        response.writeHead(307, { location: '/graphql' }).end()
        return true
      }
      if (path === '/graphql' && wantsPage(request)) {
        response.setHeader('content-security-policy', pagePolicy)
        send(request, response, page)
        return true
      }
      const name = path.startsWith('/playground/') ? path.slice('/playground/'.length) : ''
      const part = Object.hasOwn(parts, name) ? parts[name] : undefined
      if (part !== undefined) send(request, response, part)
      return part !== undefined
    },
  }
}

function wantsPage({ headers }: IncomingMessage): boolean {
  return headers.accept?.includes('text/html') ?? false
}

function inPackage(name: string, file: string): string {
  return join(dirname(require.resolve(`${name}/package.json`)), file)
}

async function load(type: string, path: string): Promise<File> {
  return zipped(type, await readFile(path))
}

async function zipped(type: string, content: Buffer): Promise<File> {
  const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`
  return { type, etag, zipped: await promisify(gzip)(content) }
}

/** Every browser takes gzip. It asks again each time, and mostly hears that nothing changed. */
function send(request: IncomingMessage, response: ServerResponse, { type, etag, zipped: body }: File): void {
  const headers = { etag, 'cache-control': 'no-cache', vary: 'Accept-Encoding' }
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end()
    return
  }
  const about = { ...headers, 'content-type': type, 'content-encoding': 'gzip', 'content-length': body.length }
  response.writeHead(200, about).end(request.method === 'HEAD' ? undefined : body)
}
