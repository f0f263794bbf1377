import { request as httpRequest } from 'node:http'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { Agent } from 'node:http'

export interface StreamEvent {
  readonly event: string
  // oxlint-disable-next-line typescript/no-explicit-any -- specs look into results of any shape.
  readonly data: any
}

/** A stream of events, or the answer that came instead. */
export interface StreamClient {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly response: IncomingMessage
  /** The next event that was not taken yet; null: the stream has ended. */
  next(): Promise<StreamEvent | null>
  /** How many comments came so far. */
  readonly comments: number
  /** All that came so far. */
  readonly received: string
  /** All there was, when it has ended. */
  text(): Promise<string>
  /** Resolves when the connection has ended, in whichever way. */
  readonly closed: Promise<void>
  close(): void
}

export interface StreamOptions {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly agent?: Agent
}

/** Asks for a stream; `body` null: it is all in the path. */
export function openStream(url: string, body: object | string | null, options: StreamOptions = {}): Promise<StreamClient> {
  return openStreamAt(`${url}/graphql`, body, options)
}

export function openStreamAt(url: string, body: object | string | null, { method, headers, agent }: StreamOptions): Promise<StreamClient> {
  return new Promise((resolve, reject) => {
    const defaults = { accept: 'text/event-stream', ...(body !== null && { 'content-type': 'application/json' }) }
    const request = httpRequest(url, {
      method: method ?? (body === null ? 'GET' : 'POST'),
      headers: { ...defaults, ...headers },
      agent: agent ?? false,
    })
    request.on('error', reject)
    request.on('response', (response) => resolve(read(response, () => request.destroy())))
    request.end(body === null ? undefined : typeof body === 'string' ? body : JSON.stringify(body))
  })
}

function read(response: IncomingMessage, destroy: () => void): StreamClient {
  const events: StreamEvent[] = []
  const waiting: ((event: StreamEvent | null) => void)[] = []
  let text = ''
  let rest = ''
  let comments = 0
  let ended = false

  function hand(): void {
    const count = ended ? waiting.length : events.length
    for (const take of waiting.splice(0, count)) take(events.shift() ?? null)
  }

  response.setEncoding('utf8')
  response.on('data', (chunk: string) => {
    text += chunk
    const hasEnd = (rest.slice(-1) + chunk).includes('\n\n')
    rest += chunk
    if (!hasEnd) return
    const blocks = rest.split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const lines = block.split('\n')
      if (lines.every((line) => line.startsWith(':'))) comments += 1
      else events.push({ event: field(lines, 'event') ?? 'message', data: parsed(field(lines, 'data') ?? '') })
    }
    hand()
  })
  response.on('error', () => undefined)
  const closed = new Promise<void>((resolve) => {
    response.on('close', () => {
      ended = true
      hand()
      resolve()
    })
  })
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    response,
    next: () =>
      new Promise((resolve) => {
        waiting.push(resolve)
        hand()
      }),
    get comments() {
      return comments
    },
    get received() {
      return text
    },
    async text() {
      await closed
      return text
    },
    closed,
    close: destroy,
  }
}

function field(lines: readonly string[], name: string): string | undefined {
  const line = lines.find((each) => each.startsWith(`${name}:`))
  return line?.slice(name.length + 1).replace(/^ /, '')
}

function parsed(data: string): unknown {
  return data === '' ? null : JSON.parse(data)
}
