import { expect, test } from 'vitest'
import { loadCatalogue } from './catalogue.js'
import { languages } from './languages.js'

/** Every message, by its path. */
function messagesOf(catalogue: object, path = ''): [string, string][] {
  return Object.entries(catalogue).flatMap(([name, value]: [string, unknown]): [string, string][] => {
    const at = path === '' ? name : `${path}.${name}`
    if (typeof value === 'string') return [[at, value]]
    return typeof value === 'object' && value !== null ? messagesOf(value, at) : []
  })
}

/** The values that a message takes, and how: `{count, plural, …}` is not `{count}`. */
function valuesOf(message: string): string[] {
  return [...message.matchAll(/\{(\w+)(?:, (\w+))?[,}]/g)].map(([, name, kind]) => `${name} ${kind ?? ''}`).toSorted()
}

test.each(languages)('%s says all that English says, with the same values', async (language) => {
  const english = messagesOf(await loadCatalogue('en'))
  const other = messagesOf(await loadCatalogue(language))

  expect(other.map(([path]) => path)).toEqual(english.map(([path]) => path))
  expect(other.map(([path, message]) => [path, [...new Set(valuesOf(message))]])).toEqual(english.map(([path, message]) => [path, [...new Set(valuesOf(message))]]))
})

test.each(languages)('%s shouts at nobody', async (language) => {
  const loud = messagesOf(await loadCatalogue(language)).filter(([, message]) => message.includes('!') || /oops|hoppla/i.test(message))

  expect(loud).toEqual([])
})
