import { expect, test } from 'vitest'
import { chooseLanguage } from './languages.js'

test.each([
  ['the choice comes first', 'de', ['en-US'], 'de'],
  ['a choice that is none does not count', 'xx', ['de-AT', 'en'], 'de'],
  ['the first language of the browser that there is', null, ['fr', 'de-CH', 'en'], 'de'],
  ['English, where there is no other', null, ['fr'], 'en'],
] as const)('%s', (_, chosen, wanted, language) => {
  expect(chooseLanguage(chosen, wanted)).toBe(language)
})
