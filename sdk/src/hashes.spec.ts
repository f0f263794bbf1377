import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { expect, it, onTestFinished, vi } from 'vitest'
import { createClient } from './client.js'
import { Movies } from './generated/operations.js'
import { answerJson, faultBody, startHttpServer } from './testing/http-server.js'
import type { Heard } from './testing/http-server.js'

const movies = { movies: { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false, endCursor: null } } }
const persistedQuery = { version: 1, sha256Hash: createHash('sha256').update(Movies.text).digest('hex') }
const given = (body: Heard['body']) => ({ text: body.query ?? null, hash: body.extensions?.['persistedQuery'] ?? null })
const byHash = { text: null, hash: persistedQuery }
const byText = { text: Movies.text, hash: null }
const byBoth = { text: Movies.text, hash: persistedQuery }

async function aClient(answer: (count: number, response: ServerResponse) => void) {
  const server = await startHttpServer(onTestFinished, answer)
  return { heard: server.heard, client: createClient({ url: server.url, hashes: true, pauseMs: 5 }) }
}
const answersMovies = (response: ServerResponse) => answerJson(response, { data: movies })

it('a graph that knows the operation is given its hash alone', async () => {
  const { client, heard } = await aClient((_, response) => answersMovies(response))
  expect(await client.movies({ first: 3 })).toEqual(movies.movies)
  expect(heard.map(({ body }) => given(body))).toEqual([byHash])
  expect(heard[0]?.body).toMatchObject({ operationName: 'Movies', variables: { first: 3 } })
})

it('a graph that does not is given the text too, whatever may be repeated, and then the hash alone', async () => {
  const { client, heard } = await aClient((count, response) =>
    count === 1 ? answerJson(response, faultBody('PERSISTED_QUERY_NOT_FOUND')) : answersMovies(response))
  await client.movies({}, { retries: 0 })
  await client.movies({})
  expect(heard.map(({ body }) => given(body))).toEqual([byHash, byBoth, byHash])
  expect(heard[1]?.headers['x-correlation-id']).toBe(heard[0]?.headers['x-correlation-id'])
})

it('a graph that takes no hashes is given texts from then on', async () => {
  const { client, heard } = await aClient((count, response) =>
    count === 1 ? answerJson(response, faultBody('PERSISTED_QUERY_NOT_SUPPORTED')) : answersMovies(response))
  await client.movies({})
  await client.movies({})
  expect(heard.map(({ body }) => given(body))).toEqual([byHash, byText, byText])
})

it('where no hash can be made, texts are sent', async () => {
  vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array) => bytes })
  onTestFinished(() => void vi.unstubAllGlobals())
  const { client, heard } = await aClient((_, response) => answersMovies(response))
  await client.movies({})
  expect(heard.map(({ body }) => given(body))).toEqual([byText])
})
