import type { ServerResponse } from 'node:http'
import { expect, it, onTestFinished } from 'vitest'
import { anOperation } from '../testing/an-operation.js'
import { answerJson, faultBody, startHttpServer } from '../testing/http-server.js'
import { createEventsTransport } from './events.js'
import type { Result } from './transport.js'

async function aStream(answer: (count: number, response: ServerResponse) => void, silenceMs?: number) {
  const server = await startHttpServer(onTestFinished, answer)
  const transport = createEventsTransport({ url: server.url, fetch, token: () => 'the token', cookies: false, silenceMs })
  const events: unknown[] = []
  const subscription = {
    operation: anOperation, id: 'map', variables: { screeningId: 's1' },
    next: (result: Result) => void events.push(result.data),
    lost: () => void events.push('lost'),
    renewed: () => void events.push('renewed'),
    failed: ({ code }: { code: string }) => void events.push(code),
    completed: () => void events.push('completed'),
  }
  const stop = transport.start(subscription)
  onTestFinished(stop)
  return { transport, events, stop, heard: server.heard, until: async (count: number) => expect.poll(() => events.length).toBe(count) }
}

const begin = (response: ServerResponse) => response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })

it('gives what comes, however the network cuts it', async () => {
  const text = ':\n\nevent: next\ndata: {"data":"ä€😀"}\n\n:\n\nevent: next\ndata: {"data":2}\n\nevent: complete\ndata:\n\n'
  const { events, heard, until } = await aStream((_, response) => {
    begin(response)
    for (const byte of Buffer.from(text)) response.write(Buffer.of(byte))
    response.end()
  })
  await until(3)
  expect(events).toEqual(['ä€😀', 2, 'completed'])
  expect(heard[0]?.headers).toMatchObject({ accept: 'text/event-stream', authorization: 'Bearer the token' })
  expect(heard[0]?.body).toEqual({ query: anOperation.text, operationName: 'Movies', variables: { screeningId: 's1' } })
})

it.each([
  ['a server that is not there', (response: ServerResponse) => void response.destroy(), 'lost'],
  ['a proxy', (response: ServerResponse) => void response.writeHead(502).end('<h1>'), 'lost'],
  ['a stream that ends without a word', (response: ServerResponse) => void begin(response).end(), 'lost'],
  ['a refusal for now', (response: ServerResponse) => answerJson(response, faultBody('UNAVAILABLE'), 503), 'UNAVAILABLE'],
  ['a refusal', (response: ServerResponse) => answerJson(response, faultBody('BAD_USER_INPUT'), 400), 'BAD_USER_INPUT'],
])('says what became of it: %s', async (_, answer, word) => {
  const { events, until } = await aStream((_count, response) => answer(response))
  await until(1)
  expect(events).toEqual([word])
})

it.each([
  ['before it begins', () => undefined],
  ['in the middle', (response: ServerResponse) => begin(response).flushHeaders()],
])('notices a link that is dead without a word, %s', async (_, answer) => {
  const { events, until } = await aStream((_count, response) => answer(response), 50)
  await until(1)
  expect(events).toEqual(['lost'])
})

it('stops without a word, and is begun again when it is renewed', async () => {
  const stopped = await aStream((_, response) => void begin(response).write('event: next\ndata: {"data":1}\n\n'))
  await stopped.until(1)
  stopped.stop()
  const renewed = await aStream((_, response) => void begin(response).write('event: next\ndata: {"data":1}\n\n'))
  await renewed.until(1)
  renewed.transport.renew()
  expect([stopped.events, renewed.events]).toEqual([[1], [1, 'renewed']])
})
