import { EventEmitter, once } from 'node:events'
import { Agent, request } from 'node:http'
import type { ClientRequest } from 'node:http'
import { connect } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { startHttpServer } from './http-server.js'

describe('an HTTP server that stops', () => {
  it('lets a running request end, then closes its kept-alive connection, and does not wait for its time to be up', async () => {
    const requests = new EventEmitter()
    const server = await startHttpServer({ host: '127.0.0.1', port: 0 }, async (_, response) => void requests.emit('running', response))
    const asked = ask(server.port, new Agent({ keepAlive: true }))
    const [response] = await once(requests, 'running')

    const stopped = server.stop(60_000)
    response.end('done')

    expect(await statusOf(asked)).toBe(200)
    await stopped
    await expect(statusOf(ask(server.port))).rejects.toThrow('ECONNREFUSED')
  })

  it('answers requests that are on their way', async () => {
    const server = await startHttpServer({ host: '127.0.0.1', port: 0 }, async (_, response) => void response.end('done'))
    const agent = new Agent({ keepAlive: true })

    const answers = Promise.all(Array.from({ length: 40 }, async () => statusOf(ask(server.port, agent))))
    await server.stop()

    expect(new Set(await answers)).toEqual(new Set([200]))
  })
})

describe('an HTTP server', () => {
  it('forgets responses that waited behind another one when their connection closes', async () => {
    const forgotten = new Set<string>()
    const registry = new FinalizationRegistry<string>((url) => forgotten.add(url))
    const requests = new EventEmitter()
    const server = await startHttpServer({ host: '127.0.0.1', port: 0 }, async (incoming, response) => {
      registry.register(response, incoming.url ?? '')
      requests.emit('request', incoming.url)
    })
    const connection = connect(server.port, '127.0.0.1')
    const all = new Promise<void>((resolve) => requests.on('request', (url) => url === '/3' && resolve()))
    connection.write(['/1', '/2', '/3'].map((url) => `GET ${url} HTTP/1.1\r\nhost: x\r\n\r\n`).join(''))
    await all
    connection.destroy()
    setFlagsFromString('--expose-gc')
    const collect: () => void = runInNewContext('gc')
    await expect.poll(() => {
      collect()
      return forgotten
    }, { timeout: 10_000 }).toEqual(new Set(['/1', '/2', '/3']))
    await server.stop()
  })

  it('answers a request that offers another protocol as it is, time and again on one connection', async () => {
    const server = await startHttpServer({ host: '127.0.0.1', port: 0, upgrade: (_, socket) => socket.destroy() }, async (incoming, response) => {
      const chunks: Buffer[] = await incoming.toArray()
      response.end(`${incoming.method} ${incoming.url} ${String(incoming.headers['x-name'])} ${Buffer.concat(chunks).toString()}!`)
    })
    const connection = connect(server.port, '127.0.0.1').setEncoding('latin1').setNoDelay()
    for (let time = 0; time < 20; time++) {
      connection.write('POST /a HTTP/1.1\r\nhost: x\r\nconnection: Upgrade, HTTP2-Settings\r\nupgrade: h2c\r\nhttp2-settings: AAMA\r\nx-name: \xe4\r\ncontent-length: 10\r\n\r\nhello', 'latin1')
      setImmediate(() => connection.write('world'))
      let answer = ''
      while (!answer.endsWith('!')) answer += String(await once(connection, 'data'))
      expect(answer).toMatch(/^HTTP\/1.1 200 [^]*POST \/a \xc3\xa4 helloworld!$/)
    }
    connection.destroy()
    await server.stop()
  })
})

function ask(port: number, agent = new Agent()): ClientRequest {
  return request({ host: '127.0.0.1', port, agent }).end()
}

async function statusOf(asked: ClientRequest): Promise<number | undefined> {
  const [response] = await once(asked, 'response')
  response.resume()
  return response.statusCode
}
