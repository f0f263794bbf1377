import { GraphError, errorOf } from '../graph-error.js'
import { headersOf } from '../http.js'
import type { Subscription, Transport } from './transport.js'

export interface EventsOptions {
  readonly url: string
  readonly fetch: typeof fetch
  readonly token: () => string | null
  readonly cookies: boolean
  /** After so long a silence the link is dead. Default 20,000: the graph says something every 12 s. */
  readonly silenceMs?: number | undefined
}

/** Each subscription as a stream of server-sent events, where WebSockets do not come through. */
export function createEventsTransport({ url, fetch, token, cookies, silenceMs = 20_000 }: EventsOptions): Transport {
  const running = new Map<AbortController, Subscription>()

  async function run(subscription: Subscription, stop: AbortController): Promise<'lost' | 'completed'> {
    const { operation, variables } = subscription
    const { text: query, name: operationName } = operation
    let silence = setTimeout(() => stop.abort(), silenceMs)
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: headersOf(token(), 'text/event-stream'),
        body: JSON.stringify({ query, operationName, variables }),
        credentials: cookies ? 'include' : 'omit',
        signal: stop.signal,
      })
      if (response.headers.get('content-type')?.startsWith('text/event-stream') !== true) throw await refusal(response)
      if (response.body === null) return 'lost'
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
      for (let text = ''; ; ) {
        clearTimeout(silence)
        silence = setTimeout(() => stop.abort(), silenceMs)
        const { done, value } = await reader.read()
        if (done) return 'lost'
        const events = (text + value).split('\n\n')
        text = events.pop() ?? ''
        for (const event of events) {
          if (stop.signal.aborted) return 'lost'
          if (event.startsWith('event: complete')) return 'completed'
          if (event.startsWith('event: next')) subscription.next(JSON.parse(event.slice(event.indexOf('data: ') + 6)))
        }
      }
    } finally {
      clearTimeout(silence)
    }
  }

  return {
    start(subscription) {
      const stop = new AbortController()
      running.set(stop, subscription)
      const end = (last: () => void) => {
        if (running.delete(stop)) last()
        stop.abort()
      }
      run(subscription, stop).then(
        (how) => end(() => (how === 'lost' ? subscription.lost() : subscription.completed())),
        (error: unknown) => end(() => (error instanceof GraphError ? subscription.failed(error) : subscription.lost())),
      )
      return () => end(() => undefined)
    },
    renew() {
      const before = [...running]
      running.clear()
      for (const [stop, subscription] of before) {
        stop.abort()
        subscription.renewed()
      }
    },
  }
}

/** An error without a code of the graph: come again. */
async function refusal(response: Response): Promise<Error> {
  const body: { errors?: unknown } | null = await response.json().catch(() => null)
  return errorOf(body?.errors, response.headers.get('x-correlation-id')) ?? new Error(`HTTP ${response.status}`)
}
