import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { listenLocally } from '@mov-ticket/shared-events'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createClient } from './client.js'
import { nodeRelease } from './node-releases.js'
import { readmeExamples, startOutsideProject, type OutsideProject } from './outside-project.js'
import { startTestPlatform, type TestPlatform } from './platform.js'
import { schedule } from './screenings.js'

/** Where a browser may be: CHROMIUM, or where Debian puts it. */
const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => path !== undefined && existsSync(path))
const strict = {
  target: 'es2023', lib: ['es2023', 'dom', 'dom.iterable', 'dom.asynciterable'], types: [], strict: true, exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true, noImplicitOverride: true, verbatimModuleSyntax: false, skipLibCheck: false, rootDir: '.', outDir: 'out',
}
const tsconfig = (options: object) => JSON.stringify({ compilerOptions: { ...strict, module: 'nodenext', ...options }, include: ['*.ts'] })

let pages: Server
let origin: string
let platform: TestPlatform
let project: OutsideProject
beforeAll(async () => {
  pages = createServer((request, response) => {
    const name = request.url === '/' ? 'index.html' : (request.url ?? '').slice(1)
    readFile(join(project.folder, 'dist', name)).then(
      (body) => response.writeHead(200, { 'content-type': name.endsWith('.js') ? 'text/javascript' : 'text/html' }).end(body),
      () => response.writeHead(404).end(),
    )
  })
  origin = `http://127.0.0.1:${await listenLocally(pages)}`
  project = await startOutsideProject()
  platform = await startTestPlatform('sdk-package', { environment: { CORS_ORIGINS: origin } })
  await schedule(platform.admin, { rows: 5, lockSeconds: 60 })
  await createClient(platform.url).ask('mutation ($input: SignUpInput!) { signUp(input: $input) { __typename } }', {
    input: { email: 'ada@demo.example', password: 'popcorn-please', name: 'Ada' },
  })
  const [example = '', ...others] = (await readmeExamples()).map((code) => code.replaceAll('http://127.0.0.1:4000/graphql', platform.url))
  await project.write({
    'esm/tsconfig.json': tsconfig({}),
    'esm/example.ts': example,
    ...Object.fromEntries(others.map((code, index) => [`esm/other-${index}.ts`, code])),
    'cjs/package.json': '{ "type": "commonjs" }',
    'cjs/tsconfig.json': tsconfig({ esModuleInterop: true }),
    'cjs/example.ts': example,
    'index.html': '<!doctype html><title>Outside</title><link rel="icon" href="data:,"><script type="module" src="/esm/example.ts"></script>',
  })
}, 180_000)
afterAll(async () => {
  pages.close()
  await project.remove()
  await platform.stop()
})

/** What the README's example says when all goes well. */
const story = [
  /^The General, 5 rows of 10, /,
  /^[A-E]\d+ and [A-E]\d+ until /,
  /^live RESERVED$/,
  /^version \d+: \d+ seats free, ours RESERVED and RESERVED$/,
].map((line): unknown => expect.stringMatching(line))

describe.sequential('the packed SDK, installed into an empty project', () => {
  test.each(['esm', 'cjs'])('the examples of its README compile as %s', async (kind) => {
    await expect(project.compile(kind)).resolves.toBeUndefined()
  }, 60_000)

  test.each([[20, 'esm'], [20, 'cjs'], [22, 'esm'], [22, 'cjs'], [24, 'esm'], [24, 'cjs']])('and run on Node %i as %s', async (major, kind) => {
    const node = await nodeRelease(major)
    const { stdout } = await promisify(execFile)(node, [join(project.folder, kind, 'out/example.js')], { timeout: 30_000 })
    expect(stdout.trim().split('\n')).toEqual(story)
  }, 180_000)

  test('and, bundled by Vite, in Chromium', async () => {
    if (executablePath === undefined) throw new Error('This drives a browser: install chromium, or set CHROMIUM to the path of one.')
    await project.bundle()
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    try {
      const page = await browser.newPage()
      const said: string[] = []
      const sockets: string[] = []
      page.on('console', (message) => void said.push(message.text()))
      page.on('pageerror', (error) => void said.push(error.message))
      page.on('websocket', (socket) => void sockets.push(socket.url()))
      await page.goto(origin)
      await page.waitForEvent('console', { predicate: (message) => message.text().startsWith('version '), timeout: 30_000 })
      expect(said).toEqual(story)
      expect(sockets).toEqual([platform.url.replace('http', 'ws')])
    } finally {
      await browser.close()
    }
  }, 120_000)
})
