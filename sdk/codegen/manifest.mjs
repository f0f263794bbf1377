// @ts-check
import { createHash } from 'node:crypto'
import { texts } from './texts.mjs'

/** A plugin of GraphQL Code Generator: which operations there are, by the SHA-256 of their texts, as persisted queries have it. */
export function plugin(_schema, documents) {
  const entries = texts(documents).map(({ text }) => [createHash('sha256').update(text).digest('hex'), text])
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`
}
