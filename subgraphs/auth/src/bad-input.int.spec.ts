import { describe, expect, it } from 'vitest'
import { anAuth } from './testing/an-auth.js'
import type { TestAuth } from './testing/an-auth.js'
import { CHANGE_PASSWORD, SIGN_IN, SIGN_UP, ada, signUp } from './testing/operations.js'

const NOT_AN_ADDRESS = 'must be an e-mail address'
const up = (change: object) => [SIGN_UP, { input: { ...ada, email: 'bob@example.test', ...change } }] as const
const into = (change: object) => [SIGN_IN, { input: { email: ada.email, password: ada.password, ...change } }] as const
const change = (args: object) => [CHANGE_PASSWORD, { current: ada.password, next: 'difference engine', ...args }] as const

const fields: [string, readonly [string, Record<string, unknown>], Record<string, string>][] = [
  ['no e-mail', up({ email: '' }), { 'input.email': NOT_AN_ADDRESS }],
  ['an e-mail without a domain', up({ email: 'ada@' }), { 'input.email': NOT_AN_ADDRESS }],
  ['an e-mail with a space', up({ email: 'a da@example.test' }), { 'input.email': NOT_AN_ADDRESS }],
  ['two e-mails', up({ email: 'a@example.test,b@example.test' }), { 'input.email': NOT_AN_ADDRESS }],
  ['an e-mail with a null byte', up({ email: 'a\u0000@example.test' }), { 'input.email': NOT_AN_ADDRESS }],
  ['a long e-mail', up({ email: `${'x'.repeat(300)}@example.test` }), { 'input.email': 'must have at most 254 characters' }],
  ['no password', up({ password: '' }), { 'input.password': 'must have at least 8 characters' }],
  ['a short password', up({ password: '1234567' }), { 'input.password': 'must have at least 8 characters' }],
  ['a long password', up({ password: 'x'.repeat(201) }), { 'input.password': 'must have at most 200 characters' }],
  ['a huge password', up({ password: 'x'.repeat(500_000) }), { 'input.password': 'must have at most 200 characters' }],
  ['no name', up({ name: '   ' }), { 'input.name': 'must not be empty' }],
  ['a long name', up({ name: 'x'.repeat(101) }), { 'input.name': 'must have at most 100 characters' }],
  ['a name with a line break', up({ name: 'A\nB' }), { 'input.name': 'must not have control characters' }],
  ['everything wrong', up({ email: 'x', password: 'x', name: '' }), {
    'input.email': NOT_AN_ADDRESS, 'input.password': 'must have at least 8 characters', 'input.name': 'must not be empty',
  }],
  ['signing in without an address', into({ email: 'ada' }), { 'input.email': NOT_AN_ADDRESS }],
  ['signing in without a password', into({ password: '' }), { 'input.password': 'must not be empty' }],
  ['signing in with a huge password', into({ password: 'x'.repeat(500_000) }), { 'input.password': 'must have at most 200 characters' }],
  ['a next password that is short', change({ next: 'short' }), { next: 'must have at least 8 characters' }],
  ['a next password that is long', change({ next: 'x'.repeat(201) }), { next: 'must have at most 200 characters' }],
  ['no current password', change({ current: '' }), { current: 'must not be empty' }],
  ['a wrong current password', change({ current: 'not this one' }), { current: 'is not your password' }],
]

const malformed: [string, readonly [string, Record<string, unknown>]][] = [
  ['an e-mail that is a number', up({ email: 7 })],
  ['an e-mail that is a query', up({ email: { $gt: '' } })],
  ['a password that is a list of two', up({ password: ['12345678', '87654321'] })],
  ['a field that is not there', up({ role: 'ADMIN' })],
  ['no input', [SIGN_UP, {}]],
  ['null for a password', into({ password: null })],
  ['a next password that is null', change({ next: null })],
]

const anonymous: [string, readonly [string, Record<string, unknown>]][] = [
  ['changing the password', change({})],
  ['changing the password, with bad fields too', change({ next: '' })],
  ['signing out', ['mutation { signOut }', {}]],
  ['signing out everywhere', ['mutation { signOutEverywhere }', {}]],
  ['ending a session', ['mutation { endSession(id: "any") }', {}]],
]

async function usersOf({ auth }: TestAuth): Promise<unknown> {
  return Promise.all(['ada@example.test', 'bob@example.test'].map((email) => auth.users.accountByEmail(email)))
}

describe('bad input changes nothing, and its answer says what is wrong', () => {
  it('in the fields, by name', async () => {
    const auth = await anAuth()
    const token = await signUp(auth)
    const before = await usersOf(auth)
    for (const [what, [document, variables], expected] of fields) {
      const { errors, notice } = await auth.send(document, variables, { token })
      expect([what, errors[0]?.extensions]).toEqual([what, { code: 'BAD_USER_INPUT', fields: expected }])
      expect(notice).toBeNull()
    }
    expect(await usersOf(auth)).toEqual(before)
    expect(await auth.whoIs(token)).not.toBeNull()
  })

  it('in the types', async () => {
    const auth = await anAuth()
    const token = await signUp(auth)
    for (const [what, [document, variables]] of malformed) {
      const { errors } = await auth.send(document, variables, { token })
      expect([what, errors[0]?.extensions['code']]).toEqual([what, 'BAD_USER_INPUT'])
    }
  })

  it('in who is asking', async () => {
    const auth = await anAuth()
    for (const [what, [document, variables]] of anonymous) {
      const { errors } = await auth.send(document, variables)
      expect([what, errors[0]?.extensions['code']]).toEqual([what, 'UNAUTHENTICATED'])
    }
  })
})
