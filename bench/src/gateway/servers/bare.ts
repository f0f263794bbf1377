import { environmentOf, readEnvironment, startHttpServer } from '@mov-ticket/service-kit'
import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { sayReady } from './say-ready.js'

/** The limit of Node: it knows the answer to each body. */
const { ANSWERS_FILE } = readEnvironment({ ANSWERS_FILE: z.string(), AUTH_URL: environmentOf.httpUrl })
const answers = new Map(
  Object.entries(z.record(z.string(), z.string()).parse(JSON.parse(await readFile(ANSWERS_FILE, 'utf8')))).map(([body, answer]) => [body, Buffer.from(answer)]),
)
const server = await startHttpServer({ host: '127.0.0.1', port: 0 }, async (request, response) => {
  const answer = answers.get(await text(request)) ?? Buffer.from('{"errors":[{"message":"unknown"}]}')
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': answer.length }).end(answer)
})
sayReady(server.port)
