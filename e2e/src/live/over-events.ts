import type { GraphError } from '../client.js'
import type { End, LiveRequest, LiveResult, Transport } from './transport.js'

/** GraphQL over server-sent events, distinct connections. */
export const overEvents: Transport = (url, request, onNext) => {
  const gone = new AbortController()
  const ended = stream(url, request, onNext, gone.signal).catch(
    (error: unknown): End => ({ kind: 'lost', code: null, reason: String(error) }),
  )
  return { ended, cut: () => gone.abort() }
}

async function stream<T>(
  url: string,
  { query, variables, token }: LiveRequest,
  onNext: (result: LiveResult<T>) => void,
  signal: AbortSignal,
): Promise<End> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      accept: 'text/event-stream',
      'content-type': 'application/json',
      ...(token !== null && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
    signal,
  })
  if (response.headers.get('content-type')?.startsWith('text/event-stream') !== true || response.body === null) {
    const { errors }: { errors: GraphError[] } = JSON.parse(await response.text())
    return { kind: 'refused', errors }
  }
  for await (const { event, data } of eventsIn(response.body)) {
    if (event === 'complete') return { kind: 'completed' }
    const result: LiveResult<T> = JSON.parse(data)
    onNext(result)
  }
  return { kind: 'lost', code: null, reason: 'The stream ended without "complete".' }
}

interface ServerSentEvent {
  readonly event: string
  readonly data: string
}

/** As much of https://html.spec.whatwg.org/multipage/server-sent-events.html as the protocol needs. */
async function* eventsIn(body: AsyncIterable<Uint8Array>): AsyncGenerator<ServerSentEvent> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true })
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      const fields = new Map(block.split('\n').map((line) => [line.split(':', 1)[0], line.slice(line.indexOf(':') + 1).trim()]))
      const event = fields.get('event')
      // A block of comments alone keeps the connection alive.
      if (event !== undefined) yield { event, data: fields.get('data') ?? '' }
    }
  }
}
