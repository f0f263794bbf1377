import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import { portOf } from './port-of.js'

export interface Heard {
  readonly headers: IncomingHttpHeaders
  readonly body: {
    readonly query?: string
    readonly operationName?: string
    readonly variables?: Readonly<Record<string, unknown>>
    readonly extensions?: Readonly<Record<string, unknown>>
  }
}

/** A server that answers as a spec tells it to. `answer` gets the number of the request, from 1. */
export async function startHttpServer(onEnd: (end: () => void) => void, answer: (count: number, response: ServerResponse) => void) {
  const heard: Heard[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => void chunks.push(chunk))
    request.on('end', () => {
      heard.push({ headers: request.headers, body: JSON.parse(Buffer.concat(chunks).toString()) })
      answer(heard.length, response)
    })
  })
  onEnd(() => {
    server.closeAllConnections()
    server.close()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { url: `http://127.0.0.1:${portOf(server)}/graphql`, heard }
}

export function answerJson(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

export const faultBody = (code: string, more: object = {}) => ({ errors: [{ message: `It is ${code}.`, extensions: { code, ...more } }] })
