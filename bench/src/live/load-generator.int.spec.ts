import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { WebSocketServer, type WebSocket } from 'ws'
import { subscribeMessage } from './documents.js'
import { compileLoadGenerator, startLoad, type Load } from './load-generator.js'

const everybody = { ids: 'distinct', groups: 2, isPrivate: false } as const
const sockets = 3

/** Tickets by their version, with the time of their last change. */
function update(version: number, full: boolean, tickets: Readonly<Record<number, string>>): string {
  const changed = Object.entries(tickets).map(([ticket, lockedUntil]) => ({
    id: `s.${ticket}`, status: 'LOCKED', version: Number(ticket), lockedUntil,
  }))
  const data = { seatMapChanged: { version, full, tickets: changed } }
  return JSON.stringify({ id: '1', type: 'next', payload: { data } })
}

describe.skipIf(spawnSync('cc', ['--version']).status !== 0)('the load generator', () => {
  let folder: string
  let program: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'load-generator-'))
    program = await compileLoadGenerator(folder)
  })
  afterAll(() => rm(folder, { recursive: true }))

  let server: WebSocketServer
  let load: Load
  const watchers: { socket: WebSocket; stream: Duplex; subscribed: string }[] = []
  const authorizations: (string | undefined)[] = []

  beforeEach(async () => {
    watchers.splice(0)
    authorizations.splice(0)
    server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
    server.on('connection', (socket, request) => {
      authorizations.push(request.headers.authorization)
      // oxlint-disable-next-line typescript/no-base-to-string -- text comes as one Buffer
      socket.on('message', (message) => hear(socket, request.socket, message.toString()))
    })
    await once(server, 'listening')
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a TCP port
    const { port } = server.address() as AddressInfo
    const subscribe = subscribeMessage('s', everybody)
    load = startLoad(program, { port, sockets, groups: 2, subscribe, header: 'Authorization: Bearer viewer-@SOCKET@' })
    await load.subscribed()
    while (watchers.length < sockets) await nextTurn()
  })
  afterEach(async () => {
    load.stop()
    for (const socket of server.clients) socket.terminate()
    await new Promise((resolve) => server.close(resolve))
  })

  function hear(socket: WebSocket, stream: Duplex, message: string): void {
    if (message.includes('connection_init')) socket.send('{"type":"connection_ack"}')
    else watchers.push({ socket, stream, subscribed: message })
  }

  function tellAll(message: string): void {
    for (const { socket } of watchers) socket.send(message)
  }

  test('each watcher subscribes as itself, with its own id and its group’s document', async () => {
    const asked = watchers.map(({ subscribed }) => subscribed).toSorted()

    expect(new Set(authorizations)).toEqual(new Set(['Bearer viewer-0', 'Bearer viewer-1', 'Bearer viewer-2']))
    expect(asked.map((message) => /"id":"[0-9-]+(\d)"/.exec(message)?.[1])).toEqual(['0', '1', '2'])
    expect(asked.map((message) => /group(\d): full/.exec(message)?.[1])).toEqual(['0', '1', '0'])
  })

  test('changes are timed from their commit, each once, if they were committed while it measured', async () => {
    tellAll(update(5, true, { 4: '2001-02-03T04:05:06.789Z', 5: new Date().toISOString() }))
    await load.heard()
    await load.begin(5)
    const began = Date.now()
    // Times of commits have no fractions of milliseconds.
    while (Date.now() === began) await nextTurn()
    const committed = new Date().toISOString()
    tellAll(update(7, false, { 5: committed, 6: '2001-02-03T04:05:06.789Z', 7: committed }))
    await untilRead()
    const report = await load.end(7, 10_000)

    expect(report).toMatchObject({ messages: sockets, changes: 2 * sockets, timed: sockets })
    expect(report).toMatchObject({ behind: 0, errors: 0, closed: 0 })
    expect(report.p50Ms).toBeGreaterThanOrEqual(0)
    expect(report.maxMs).toBeLessThanOrEqual(Date.now() - began + 1)
  })

  test('a message may come in pieces, and several at once', async () => {
    tellAll(update(5, true, { 5: new Date().toISOString() }))
    await load.heard()
    await load.begin(5)
    const text = update(6, false, { 6: new Date().toISOString() })
    const frame = Buffer.concat([Buffer.from([0x81, 126, text.length >> 8, text.length & 0xff]), Buffer.from(text)])
    for (const { stream } of watchers) {
      for (const byte of Buffer.concat([frame, frame.subarray(0, 100)])) {
        stream.write(Buffer.of(byte))
        await nextTurn()
      }
      stream.write(Buffer.concat([frame.subarray(100), frame]))
    }
    await untilRead()
    const report = await load.end(6, 10_000)

    expect(report).toMatchObject({ messages: 3 * sockets, changes: sockets, behind: 0, errors: 0 })
  })

  test('what does not arrive counts with the time that it was waited for', async () => {
    tellAll(update(5, true, {}))
    await load.heard()
    await load.begin(5)
    watchers[0]?.socket.send(update(9, false, {}))
    watchers[1]?.socket.close(4413, 'Fell behind')
    const report = await load.end(9, 50)

    expect(report).toMatchObject({ behind: 1, closed: 1, timed: 4 })
    expect(report.p50Ms).toBeGreaterThanOrEqual(50)
  })

  test('errors are counted', async () => {
    tellAll(update(5, true, {}))
    await load.heard()
    await load.begin(5)
    tellAll('{"id":"1","type":"next","payload":{"data":null,"errors":[{"message":"nobody answers"}]}}')
    await untilRead()

    expect(await load.end(5, 1_000)).toMatchObject({ errors: sockets, messages: sockets, changes: 0 })
  })

  test('a server that refuses ends the run', async () => {
    const refused = startLoad(program, { port: 1, sockets: 1, groups: 1, subscribe: '{}', header: '' })

    await expect(refused.subscribed()).rejects.toThrow('gave up')
  })

  /** What was sent before a ping was read before its pong was sent. */
  async function untilRead(): Promise<void> {
    await Promise.all(
      [...server.clients].map(async (socket) => {
        socket.ping()
        await once(socket, 'pong')
      }),
    )
  }
})
