import { describe, expect, it } from 'vitest'
import { anAuth } from './testing/an-auth.js'
import { eventually } from './testing/eventually.js'
import { CHANGE_PASSWORD, ME, SIGN_IN, SIGN_UP, ada, signIn, signUp } from './testing/operations.js'

const documents: [string, string, Record<string, unknown>][] = [
  ['signing up', SIGN_UP, { input: { ...ada, email: 'bob@example.test' } }],
  ['signing in', SIGN_IN, { input: { email: ada.email, password: ada.password } }],
  ['signing out', 'mutation { signOut }', {}],
  ['signing out everywhere', 'mutation { signOutEverywhere }', {}],
  ['ending a session', 'mutation { endSession(id: "any") }', {}],
  ['changing the password', CHANGE_PASSWORD, { current: ada.password, next: 'difference engine' }],
  ['looking at the sessions', ME, {}],
]

describe.each([
  ['refuses', 'refuse'],
  ['does not answer', 'blackhole'],
] as const)('rule 19: where Redis %s', (_name, fault) => {
  it.each(documents)('%s is UNAVAILABLE, never UNAUTHENTICATED, and soon', async (_what, document, variables) => {
    const auth = await anAuth()
    const token = await signUp(auth)
    const identity = await auth.whoIs(token)
    auth.redisLink[fault]()
    const { errors } = await auth.send(document, variables, { identity })
    expect(errors[0]?.extensions['code']).toBe('UNAVAILABLE')
    auth.redisLink.serve()
  })

  it('the question who somebody is fails, and is answered again once Redis is back', async () => {
    const auth = await anAuth()
    const token = await signUp(auth)
    auth.redisLink[fault]()
    await expect(auth.whoIs(token)).rejects.toThrow('auth.who-is-this failed')
    auth.redisLink.serve()
    await eventually(async () => expect(await auth.whoIs(token)).not.toBeNull())
    await eventually(async () => expect((await signIn(auth)).__typename).toBe('SignedIn'))
  })
})
