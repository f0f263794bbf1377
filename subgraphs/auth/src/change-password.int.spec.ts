import { describe, expect, it } from 'vitest'
import { anAuth } from './testing/an-auth.js'
import { eventually } from './testing/eventually.js'
import { CHANGE_PASSWORD, ada, signIn, signUp } from './testing/operations.js'

const change = { current: ada.password, next: 'difference engine' }
const changed = { ...ada, password: change.next }

describe('changing the password', () => {
  it('ends all other sessions and keeps the one that asks', async () => {
    const auth = await anAuth()
    const [here, there] = [await signUp(auth), (await signIn(auth)).token]
    const other = await auth.whoIs(there)
    const { data } = await auth.send(CHANGE_PASSWORD, change, { token: here })
    expect(data).toEqual({ changePassword: true })
    expect(await auth.whoIs(here)).not.toBeNull()
    expect(await auth.whoIs(there)).toBeNull()
    await eventually(() => expect(auth.revoked[0]?.payload.sessionIds).toEqual([other?.sessionId]))
    expect((await signIn(auth, ada)).__typename).toBe('SignInRefused')
    expect((await signIn(auth, changed)).__typename).toBe('SignedIn')
  })

  it('lets no session live that began with the old password, also where both happen at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const auth = await anAuth()
      const token = await signUp(auth)
      const racing = Array.from({ length: 6 }, () => signIn(auth))
      const { data } = await auth.send(CHANGE_PASSWORD, change, { token })
      expect(data).toEqual({ changePassword: true })
      const outcomes = await Promise.all(racing)
      const alive = await Promise.all(outcomes.flatMap(({ token: old }) => (old ? [auth.whoIs(old)] : [])))
      expect(alive).toEqual(alive.map(() => null))
    }
  }, 60_000)

  it('refuses a wrong current password, names the field, and counts it like a failed sign-in', async () => {
    const auth = await anAuth()
    const token = await signUp(auth)
    const attempt = async () => (await auth.send(CHANGE_PASSWORD, { ...change, current: 'a guess' }, { token })).errors[0]?.extensions
    expect(await attempt()).toEqual({ code: 'BAD_USER_INPUT', fields: { current: 'is not your password' } })
    for (let n = 0; n < 9; n += 1) await attempt()
    expect(await attempt()).toMatchObject({ code: 'RATE_LIMITED' })
    expect((await signIn(auth)).retryAfterSeconds).toBeGreaterThanOrEqual(1)
  })

  it('refuses a session that has ended, also where the gateway does not know yet', async () => {
    const auth = await anAuth()
    const token = await signUp(auth)
    const identity = await auth.whoIs(token)
    await auth.send('mutation { signOut }', {}, { token })
    const { errors } = await auth.send(CHANGE_PASSWORD, change, { identity })
    expect(errors[0]?.extensions['code']).toBe('UNAUTHENTICATED')
    expect((await signIn(auth)).__typename).toBe('SignedIn')
  })

  it('ends the other sessions also where the process died right after the change', async () => {
    const auth = await anAuth()
    const [here, there] = [await signUp(auth), (await signIn(auth)).token]
    const session = await auth.whoIs(here)
    const account = await auth.auth.users.accountByEmail(ada.email)
    if (session === null || account === null) throw new Error('not signed up')
    // Given the one write of the change, after which the process died.
    const signOut = { keep: session.sessionId, since: new Date() }
    await auth.auth.users.changePassword(account.user.id, { from: account.passwordHash, to: account.passwordHash, signOut })
    await auth.auth.finishRevocations()
    expect(await auth.whoIs(here)).not.toBeNull()
    expect(await auth.whoIs(there)).toBeNull()
    expect(await auth.auth.users.pendingSignOuts()).toEqual([])
  })
})
