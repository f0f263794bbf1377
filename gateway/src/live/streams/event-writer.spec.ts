import { startHttpServer, unauthenticated } from '@mov-ticket/service-kit'
import type { ServerResponse } from 'node:http'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createUpdate } from '../feed/update.js'
import { openStreamAt } from '../testing/stream-client.js'
import type { StreamClient } from '../testing/stream-client.js'
import { createEventWriter } from './event-writer.js'
import type { EventWriter } from './event-writer.js'

const update = createUpdate('{"data":{"a":1}}')
const faults = [unauthenticated().toJSON()]
const word = 'event: next\ndata: {"data":{"a":1}}\n\n'
const lastWord = 'event: next\ndata: {"errors":[{"message":"Sign in first.","extensions":{"code":"UNAUTHENTICATED"}}]}\n\n'
const completed = 'event: complete\ndata:\n\n'

/** What a client gets of what is written. */
async function written(write: (writer: EventWriter, response: ServerResponse) => void): Promise<StreamClient> {
  const server = await startHttpServer({ host: '127.0.0.1', port: 0 }, async (_, response) => write(createEventWriter(response), response))
  onTestFinished(() => server.stop(0))
  return openStreamAt(`http://127.0.0.1:${server.port}/`, null, {})
}

function sayAnything(writer: EventWriter): void {
  writer.next(update)
  writer.complete()
  writer.fail(faults)
  writer.end(faults)
  writer.beat()
}

describe('events', () => {
  it('come one after the other, then the end', async () => {
    const stream = await written((writer) => {
      writer.next(update)
      writer.next(update)
      writer.complete()
    })
    expect(await stream.text()).toBe(word + word + completed)
  })

  it('are nothing after the last word, whoever still has something to say', async () => {
    const lasts: [(writer: EventWriter) => void, string][] = [
      [(writer) => writer.complete(), word + completed],
      [(writer) => writer.fail(faults), word + lastWord + completed],
      [(writer) => writer.end(faults), word + lastWord + completed],
    ]
    for (const [last, expected] of lasts) {
      const stream = await written((writer, response) => {
        writer.next(update)
        last(writer)
        sayAnything(writer)
        setImmediate(() => sayAnything(writer))
        response.once('close', () => sayAnything(writer))
      })
      expect(await stream.text()).toBe(expected)
    }
  })

  it('are nothing where the client is gone', async () => {
    const stream = await written((writer, response) => {
      writer.next(update)
      response.destroy()
      writer.next(update)
      writer.beat()
      writer.complete()
      writer.fail(faults)
    }).catch(() => null)
    expect(stream).toBeNull()
  })
})

describe('a fault before the first event', () => {
  it.each([
    [[], 503, '1'],
    [[{ message: 'a', extensions: { code: 'BAD_USER_INPUT' } }], 400, undefined],
    [[{ message: 'a' }], 400, undefined],
    [[{ message: 'a', extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 7 } }], 429, '7'],
    [[{ message: 'a', extensions: { code: 'RATE_LIMITED' } }], 429, '1'],
    [[{ message: 'a', extensions: { code: 'UNAVAILABLE' } }], 503, '1'],
    [[{ message: 'a', extensions: { code: 'INTERNAL' } }], 500, undefined],
  ])('%j is JSON with status %i', async (errors, status, retryAfter) => {
    const stream = await written((writer) => writer.fail(errors))
    expect({ status: stream.status, retryAfter: stream.headers['retry-after'] }).toEqual({ status, retryAfter })
    expect(stream.headers['content-type']).toMatch(/json/)
    expect(JSON.parse(await stream.text()).errors).toHaveLength(Math.max(1, errors.length))
  })

  it('that is the end of a session is an event all the same', async () => {
    const stream = await written((writer) => writer.end(faults))
    expect({ status: stream.status, text: await stream.text() }).toEqual({ status: 200, text: lastWord + completed })
  })
})
