import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { emailField, nameField, normaliseEmail, passwordField } from './user-fields.js'

const messageOf = (field: z.ZodType, value: string) =>
  field.safeParse(value).error?.issues[0]?.message

describe('an e-mail address', () => {
  it.each([
    [' Ada@Example.COM ', 'ada@example.com'],
    ['first.last+tag@sub.example.co', 'first.last+tag@sub.example.co'],
    ['o\'neil@example.org', 'o\'neil@example.org'],
    ['kino@bücher.example', 'kino@xn--bcher-kva.example'],
    ['kino@пример.испытание', 'kino@xn--e1afmkfd.xn--80akhbyknj4f'],
  ])('%s is %s', (given, normalised) => {
    expect(emailField.parse(given)).toBe(normalised)
    expect(normaliseEmail(normalised)).toBe(normalised)
  })

  it.each([
    '', 'ada', 'ada@', '@example.com', 'ada@example', 'ada@@example.com', 'ada lovelace@example.com', 'ada@exa mple.com',
    '.ada@example.com', 'ada.@example.com', 'a..b@example.com', 'ada@.com', 'ada@example..com', 'ada@-example.com',
    'ada@example.com, bob@example.com', 'ada@example.com\u0000', 'Ada <ada@example.com>', 'ädä@example.com',
    'ada@[127.0.0.1]', 'ada@127.0.0.1',
  ])('%j is none', (email) => {
    expect(messageOf(emailField, email)).toBe('must be an e-mail address')
  })

  it('has at most 254 characters', () => {
    const label = 'x'.repeat(60)
    const long = `ada@${label}.${label}.${label}.${label}.example`
    expect(messageOf(emailField, long)).toBe('must have at most 254 characters')
    expect(messageOf(emailField, `${'x'.repeat(1_000_000)}@example.com`)).toBe('must have at most 254 characters')
  })
})

describe('a password', () => {
  it.each(['aaaaaaaa', '12345678', '        ', '🎬'.repeat(8), 'x'.repeat(200), '🎬'.repeat(200)])('may be %.10s…', (password) => {
    expect(passwordField.parse(password)).toBe(password)
  })

  it.each([
    ['', 'must have at least 8 characters'],
    ['1234567', 'must have at least 8 characters'],
    ['🎬'.repeat(7), 'must have at least 8 characters'],
    ['x'.repeat(201), 'must have at most 200 characters'],
  ])('may not be %.10s…', (password, message) => {
    expect(messageOf(passwordField, password)).toBe(message)
  })
})

describe('a name', () => {
  it.each([[' Ada ', 'Ada'], ['李', '李'], ['🎬'.repeat(100), '🎬'.repeat(100)], ['O\'Neil-Øster Jr.', 'O\'Neil-Øster Jr.']])('%.10s is %.10s', (given, name) => {
    expect(nameField.parse(given)).toBe(name)
  })

  it.each([
    ['', 'must not be empty'],
    [' \t ', 'must not be empty'],
    ['x'.repeat(101), 'must have at most 100 characters'],
    ['A\u0000B', 'must not have control characters'],
    ['A\nB', 'must not have control characters'],
    ['A\uD800', 'must not have control characters'],
  ])('%j may not be', (name, message) => {
    expect(messageOf(nameField, name)).toBe(message)
  })
})
