import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterEach, expect, test } from 'vitest'
import { signIn, signUp } from './accounts.js'
import { createClient } from './client.js'
import { eventually } from './eventually.js'
import { accepted, createOrder, readOrder, reserveOrder } from './orders.js'
import { schedule } from './screenings.js'

/** `npm start` as a user types it, with servers of its own. */

const root = resolve(import.meta.dirname, '../..')
const admin = { email: 'operator@e2e.example', password: 'the operator of the tests' }
const running = new Set<ChildProcess>()
afterEach(async () => {
  for (const child of running) await stop(child)
})

interface Started {
  readonly child: ChildProcess
  readonly url: string
  readonly said: string[]
}

async function start(dataFolder: string): Promise<Started> {
  const { MONGODB_URL: _m, RABBITMQ_URL: _r, REDIS_URL: _u, ...env } = process.env
  const child = spawn('npm', ['start', '--', '--data', dataFolder], {
    cwd: root,
    env: { ...env, PORT: '0', ADMIN_EMAIL: admin.email, ADMIN_PASSWORD: admin.password },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => said.push(...text.split('\n')))
  }
  const ready = await eventually(
    async () => said.find((line) => line.startsWith('ready ')) ?? said.at(-1) ?? '',
    (line) => line.startsWith('ready '),
    { withinMs: 90_000, everyMs: 100 },
  )
  return { child, url: ready.slice('ready '.length), said }
}

/** Two signals within a second count as one. */
async function stop(child: ChildProcess): Promise<number | null> {
  running.delete(child)
  if (child.exitCode !== null) return child.exitCode
  const exited = once(child, 'exit')
  child.kill('SIGINT')
  await delay(300)
  child.kill('SIGINT')
  await exited
  return child.exitCode
}

async function processesOf(dataFolder: string): Promise<string[]> {
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'args'], { maxBuffer: 1e7 })
  return stdout.split('\n').filter((line) => line.includes(dataFolder))
}

test('npm start: two side by side, each stops whole at Ctrl-C, and the second start has the data of the first', async () => {
  const folders = ['a', 'b'].map((name) => resolve(root, '.local/e2e', `start-${name}-${randomBytes(4).toString('hex')}`))
  const [folder = '', other = ''] = folders
  try {
    const first = await start(folder)
    const beside = await start(other)
    expect((await fetch(new URL('/readyz', first.url))).status).toBe(200)
    expect(first.url).not.toBe(beside.url)

    const buyer = await signUp(first.url)
    const screening = await schedule(await signIn(first.url, admin.email, admin.password))
    const order = accepted(await createOrder(buyer, screening.id, screening.ticketIds.slice(0, 3)))
    await reserveOrder(buyer, order.id)
    const elsewhere = createClient(beside.url)
    expect(await elsewhere.ask('query ($id: ID!) { screening(id: $id) { id } }', { id: screening.id })).toEqual({ screening: null })

    expect(await stop(first.child)).toBe(0)
    expect(await processesOf(folder)).toEqual([])
    expect((await fetch(new URL('/readyz', beside.url))).status).toBe(200)

    const again = await start(folder)
    expect(again.said.filter((line) => line.startsWith('adding'))).toEqual([])
    const same = await signIn(again.url, buyer.email, buyer.password)
    expect(await readOrder(same, order.id)).toMatchObject({ status: 'RESERVED' })
    expect(await stop(again.child)).toBe(0)
    expect(await stop(beside.child)).toBe(0)
    expect(await processesOf(other)).toEqual([])
  } finally {
    for (const child of running) await stop(child)
    for (const each of folders) await rm(each, { recursive: true, force: true })
  }
}, 240_000)
