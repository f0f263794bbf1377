import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { request } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestGateway } from '../testing/test-gateway.js'
import type { TestGateway } from '../testing/test-gateway.js'

const page = '<!doctype html><title>mov-ticket</title><div id="root"></div>'
const script = 'export const hello = "hello"\n'.repeat(40)

let folder: string
let gateway: TestGateway

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'web-app-'))
  await mkdir(join(folder, 'assets'))
  await mkdir(join(folder, '.vite'))
  await writeFile(join(folder, 'index.html'), page)
  await writeFile(join(folder, 'assets/index-1a2b.js'), script)
  await writeFile(join(folder, 'assets/index-1a2b.js.br'), brotliCompressSync(script))
  await writeFile(join(folder, 'assets/index-1a2b.js.gz'), gzipSync(script))
  await writeFile(join(folder, '.vite/manifest.json'), '{}')
  await writeFile(join(folder, 'notes.unknown'), 'not for the web')
  gateway = await startTestGateway({ environment: { WEB_FOLDER: folder } })
})
afterAll(async () => {
  await gateway.stop()
  await rm(folder, { recursive: true })
})

it.each(['/', '/?date=2031-05-04', '/films/1', '/office/screenings/new', '/no-such-page'])('%s is the app, asked for anew each time', async (path) => {
  const { status, headers, body } = await gateway.get(path, { accept: 'text/html,*/*' })

  expect({ status, body }).toEqual({ status: 200, body: page })
  expect(headers.get('cache-control')).toBe('no-cache')
  const policy = headers.get('content-security-policy')
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe')
  expect((await gateway.get(path, { accept: 'text/html', 'if-none-match': headers.get('etag') ?? '' })).status).toBe(304)
})

it.each([
  ['br, gzip', 'br'],
  ['gzip, br;q=0', 'gzip'],
  ['identity', undefined],
] as const)('files come as the build compressed them: to who accepts %s, %s', async (accepted, encoding) => {
  const { status, headers, length } = await ask('/assets/index-1a2b.js', { 'accept-encoding': accepted })

  expect(status).toBe(200)
  expect(headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'Accept-Encoding',
  })
  expect(headers['content-encoding']).toBe(encoding)
  expect(length < script.length).toBe(encoding !== undefined)
})

it('what is no page and no file is not there', async () => {
  const paths = ['/assets/gone.js', '/.vite/manifest.json', '/notes.unknown', '/../package.json', '/assets/%2e%2e/index.html']
  const answers = await Promise.all(paths.map(async (path) => [path, (await ask(path, { accept: '*/*' })).status]))
  expect(answers).toEqual(paths.map((path) => [path, 404]))
  expect((await ask('/assets/gone.js', { accept: 'text/html' })).status).toBe(404)
})

it('the graph, its playground and health stay where they were', async () => {
  expect((await gateway.get('/graphql', { accept: 'text/html' })).body).toContain('/playground/')
  expect((await gateway.get('/healthz', { accept: 'text/html' })).status).toBe(200)
  const { status, body } = await gateway.post({ query: '{ __typename }' })
  expect({ status, body }).toEqual({ status: 200, body: { data: { __typename: 'Query' } } })
})

/** With headers that fetch sets by itself, and what comes back as it came. */
async function ask(path: string, headers: Record<string, string>): Promise<{ status: number; headers: IncomingHttpHeaders; length: number }> {
  const { port } = new URL(gateway.url)
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers }, (response) => {
      let length = 0
      response.on('data', (chunk: Buffer) => void (length += chunk.length))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, length }))
    })
    asked.once('error', reject).end()
  })
}
