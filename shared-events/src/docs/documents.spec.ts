import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { documents, projectRoot } from './documents.js'

describe('The contract of events is written down as it is', () => {
  test.each(Object.keys(documents))('%s is up to date (else: npm run docs:events -w @mov-ticket/shared-events)', async (path) => {
    expect(await readFile(new URL(path, projectRoot), 'utf8')).toBe(documents[path]?.())
  })
})
