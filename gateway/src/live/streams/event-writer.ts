import { sendJson, unavailable } from '@mov-ticket/service-kit'
import type { GraphQLFormattedError } from 'graphql'
import type { ServerResponse } from 'node:http'
import { createUpdate } from '../feed/update.js'
import type { Update } from '../feed/update.js'

/** Writes events to a response, and nothing after their end, whoever still has something to say. */
export interface EventWriter {
  isBusy(): boolean
  /** Events will come: its client, and proxies between, hear at once that the stream is open. */
  begin(): void
  next(update: Update): void
  complete(): void
  /** The last word: as an event where events were sent already, else as JSON. */
  fail(errors: readonly GraphQLFormattedError[]): void
  /** The last word, always as events. */
  end(errors: readonly GraphQLFormattedError[]): void
  /** A comment, so that neither side nor a proxy between takes the silence for the end. */
  beat(): void
}

const headers = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' }
const comment = Buffer.from(':\n\n')
const completed = Buffer.from('event: complete\ndata:\n\n')

export function createEventWriter(response: ServerResponse): EventWriter {
  const isOver = () => response.writableEnded || response.destroyed

  function write(event: Buffer): void {
    if (!response.headersSent) response.writeHead(200, headers)
    response.write(event)
  }

  function complete(): void {
    if (isOver()) return
    if (!response.headersSent) response.writeHead(200, headers)
    response.end(completed)
  }

  function end(errors: readonly GraphQLFormattedError[]): void {
    if (isOver()) return
    write(createUpdate(JSON.stringify({ errors })).event())
    complete()
  }

  return {
    isBusy: () => response.writableLength > 0,
    begin() {
      if (!isOver() && !response.headersSent) write(comment)
    },
    next(update) {
      if (!isOver()) write(update.event())
    },
    complete,
    end,
    fail(given) {
      const errors = given.length > 0 ? given : [unavailable().toJSON()]
      if (isOver()) return
      if (response.headersSent) return end(errors)
      const { status, retryAfter } = statusOf(errors)
      if (retryAfter !== null) response.setHeader('retry-after', retryAfter)
      sendJson(response, status, { errors })
    },
    beat() {
      if (!isOver() && response.headersSent) response.write(comment)
    },
  }
}

function statusOf(errors: readonly GraphQLFormattedError[]): { readonly status: number; readonly retryAfter: string | null } {
  const extensions = errors.map((error) => error.extensions ?? {})
  const limited = extensions.find(({ code }) => code === 'RATE_LIMITED')
  if (limited !== undefined) return { status: 429, retryAfter: typeof limited['retryAfterSeconds'] === 'number' ? String(limited['retryAfterSeconds']) : '1' }
  if (extensions.some(({ code }) => code === 'UNAVAILABLE')) return { status: 503, retryAfter: '1' }
  return { status: extensions.some(({ code }) => code === 'INTERNAL') ? 500 : 400, retryAfter: null }
}
