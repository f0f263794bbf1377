import { describe, expect, it } from 'vitest'
import { anAuth } from './testing/an-auth.js'
import { eventually } from './testing/eventually.js'
import { ada, signIn, signUp } from './testing/operations.js'

describe('signing out', () => {
  it('ends the session that asks, and no other', async () => {
    const auth = await anAuth()
    const [here, there] = [await signUp(auth), (await signIn(auth)).token]
    const { data, notice } = await auth.send('mutation { signOut }', {}, { token: here })
    expect(data).toEqual({ signOut: true })
    expect(notice).toEqual({ token: null })
    expect(await auth.whoIs(here)).toBeNull()
    expect(await auth.whoIs(there)).not.toBeNull()
  })

  it('everywhere ends every session and gives how many there were', async () => {
    const auth = await anAuth()
    const tokens = [await signUp(auth), (await signIn(auth)).token, (await signIn(auth)).token]
    const { data, notice } = await auth.send('mutation { signOutEverywhere }', {}, { token: tokens[1] ?? '' })
    expect(data).toEqual({ signOutEverywhere: 3 })
    expect(notice).toEqual({ token: null })
    expect(await Promise.all(tokens.map((token) => auth.whoIs(token)))).toEqual([null, null, null])
  })

  it('ends the one session that is named, if it is the caller’s', async () => {
    const auth = await anAuth()
    const END = 'mutation ($id: ID!) { endSession(id: $id) }'
    const [here, there] = [await signUp(auth), (await signIn(auth)).token]
    const stranger = await signUp(auth, { ...ada, email: 'eve@example.test' })
    const idOf = async (token: string) => ({ id: (await auth.whoIs(token))?.sessionId })
    expect((await auth.send(END, await idOf(stranger), { token: here })).data).toEqual({ endSession: false })
    expect(await auth.whoIs(stranger)).not.toBeNull()

    const { data, notice } = await auth.send(END, await idOf(there), { token: here })
    expect({ data, notice }).toEqual({ data: { endSession: true }, notice: null })
    expect([await auth.whoIs(here), await auth.whoIs(there)]).toEqual([expect.anything(), null])
    // One's own: the browser forgets it too.
    expect((await auth.send(END, await idOf(here), { token: here })).notice).toEqual({ token: null })
  })

  it('rule 19: everybody hears which sessions ended, once they have', async () => {
    const auth = await anAuth()
    const token = await signUp(auth)
    const session = await auth.whoIs(token)
    await auth.send('mutation { signOut }', {}, { token })
    await eventually(() => expect(auth.revoked).toHaveLength(1))
    expect(auth.revoked[0]?.payload).toEqual({ userId: session?.userId, sessionIds: [session?.sessionId] })
  })

  it('rule 19: a revocation outlasts a broker that is away', async () => {
    const auth = await anAuth()
    const token = await signUp(auth)
    auth.rabbitLink.refuse()
    const identity = await auth.auth.sessions.find(token, { slide: false })
    if (identity === null) throw new Error('no session')
    const { userId, id: sessionId, role } = identity
    const { data } = await auth.send('mutation { signOut }', {}, { identity: { userId, sessionId, role } })
    expect(data).toEqual({ signOut: true })
    expect(await auth.auth.sessions.find(token, { slide: false })).toBeNull()
    expect(auth.revoked).toEqual([])

    auth.rabbitLink.serve()
    await eventually(() => auth.auth.finishRevocations())
    await eventually(() => expect(auth.revoked.map(({ payload }) => payload.sessionIds)).toContainEqual([sessionId]))
  })

  it('rule 19: a revocation outlasts the process that began it', async () => {
    const auth = await anAuth()
    const token = await signUp(auth)
    const session = await auth.whoIs(token)
    const [ref] = await auth.auth.sessions.listOf(session?.userId ?? '')
    // Given the first step of a revocation, after which the process died.
    await auth.writeRevocation({ userId: session?.userId ?? '', refs: [{ id: ref?.id ?? '', tokenHash: ref?.tokenHash ?? '' }] })
    await auth.auth.finishRevocations()
    expect(await auth.whoIs(token)).toBeNull()
    await eventually(() => expect(auth.revoked[0]?.payload.sessionIds).toEqual([session?.sessionId]))
    // Then nothing is left to do.
    await auth.auth.finishRevocations()
    expect(auth.revoked).toHaveLength(1)
  })

  it('asks for a session', async () => {
    const auth = await anAuth()
    for (const field of ['signOut', 'signOutEverywhere', 'endSession(id: "x")']) {
      const { errors } = await auth.send(`mutation { ${field} }`)
      expect(errors[0]?.extensions['code']).toBe('UNAUTHENTICATED')
    }
  })
})
