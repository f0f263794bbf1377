import { expect, test } from 'vitest'
import { loadCatalogue } from './catalogue.js'
import { languages } from './languages.js'
import type { Language } from './languages.js'
import { loadOfficeCatalogue } from './office-catalogue.js'
import { loadOwnCatalogue } from './own-catalogue.js'

/** Every message, by its path. */
function messagesOf(catalogue: object, path = ''): [string, string][] {
  return Object.entries(catalogue).flatMap(([name, value]: [string, unknown]): [string, string][] => {
    const at = path === '' ? name : `${path}.${name}`
    if (typeof value === 'string') return [[at, value]]
    return typeof value === 'object' && value !== null ? messagesOf(value, at) : []
  })
}

/** Everybody's words and those that come with their pages. */
async function wordsIn(language: Language): Promise<[string, string][]> {
  return messagesOf({ ...(await loadCatalogue(language)), ...(await loadOfficeCatalogue(language)), ...(await loadOwnCatalogue(language)) })
}

/** The values that a message takes, and how: `{count, plural, …}` is not `{count}`. */
function valuesOf(message: string): string[] {
  return [...message.matchAll(/\{(\w+)(?:, (\w+))?[,}]/g)].map(([, name, kind]) => `${name} ${kind ?? ''}`).toSorted()
}

test.each(languages)('%s says all that English says, with the same values', async (language) => {
  const english = await wordsIn('en')
  const other = await wordsIn(language)

  expect(other.map(([path]) => path)).toEqual(english.map(([path]) => path))
  expect(other.map(([path, message]) => [path, [...new Set(valuesOf(message))]])).toEqual(english.map(([path, message]) => [path, [...new Set(valuesOf(message))]]))
})

test.each(languages)('%s shouts at nobody', async (language) => {
  const loud = (await wordsIn(language)).filter(([, message]) => message.includes('!') || /oops|hoppla/i.test(message))

  expect(loud).toEqual([])
})
