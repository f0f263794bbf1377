import { EventEmitter, once } from 'node:events'
import { Agent, request } from 'node:http'
import type { ClientRequest } from 'node:http'
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

function ask(port: number, agent = new Agent()): ClientRequest {
  return request({ host: '127.0.0.1', port, agent }).end()
}

async function statusOf(asked: ClientRequest): Promise<number | undefined> {
  const [response] = await once(asked, 'response')
  response.resume()
  return response.statusCode
}
