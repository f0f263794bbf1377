import { buildSchema, parse, print, stripIgnoredCharacters, validate } from 'graphql'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { createClient } from './client.js'
import * as documents from './documents.js'
import * as generated from './generated/operations.js'
import type { AnyOperation } from './operation.js'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const graph = buildSchema(read('../../docs/graph.graphql'))
const operations = Object.values<AnyOperation>(generated)
const fieldsOf = (root: { getFields(): object } | null | undefined) => Object.keys(root?.getFields() ?? {})
const client: object = createClient({ url: 'http://127.0.0.1:1/graphql' })

it('has an operation for every field that the graph promises, and a method for every query and mutation', () => {
  const asked = new Set(operations.map(({ rootField }) => rootField))
  const promised = [graph.getQueryType(), graph.getMutationType()].flatMap(fieldsOf)
  expect([...promised, ...fieldsOf(graph.getSubscriptionType())].filter((field) => !asked.has(field))).toEqual([])
  expect(promised.filter((field) => typeof Reflect.get(client, field) !== 'function')).toEqual([])
})

it.each(operations)('$name is what the graph understands, and the same as a document', ({ name, text }) => {
  const document = Reflect.get(documents, `${name}Document`)
  expect(validate(graph, parse(text))).toEqual([])
  expect(stripIgnoredCharacters(print(document))).toBe(text)
})

it('lists all operations by their hashes', () => {
  const listed: Record<string, string> = JSON.parse(read('../persisted-operations.json'))
  const hashes = operations.map(({ text }) => [createHash('sha256').update(text).digest('hex'), text])
  expect(listed).toEqual(Object.fromEntries(hashes))
})
