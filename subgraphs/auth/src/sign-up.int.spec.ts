import { describe, expect, it } from 'vitest'
import { anAuth } from './testing/an-auth.js'
import { ME, SIGN_UP, ada, signIn, signUp } from './testing/operations.js'

describe('signing up', () => {
  it('makes an account and a session, which the gateway is told of', async () => {
    const auth = await anAuth()
    const { data, notice } = await auth.send(SIGN_UP, { input: { ...ada, email: ' Ada@EXAMPLE.test', name: '  Ada  ' } })
    expect(data.signUp.user).toMatchObject({ email: 'ada@example.test', name: 'Ada', role: 'CUSTOMER' })
    expect(notice).toEqual({ token: data.signUp.token, expiresAt: data.signUp.expiresAt })
    expect(Buffer.from(data.signUp.token, 'base64url')).toHaveLength(32)

    const me = await auth.send(ME, {}, { token: data.signUp.token })
    expect(me.data.me).toMatchObject({ id: data.signUp.user.id, sessions: [{ current: true, userAgent: 'spec' }] })
  })

  it('answers EmailTaken however the address is spelt, and begins no session', async () => {
    const auth = await anAuth()
    await signUp(auth)
    const { data, notice } = await auth.send(SIGN_UP, { input: { ...ada, email: 'ADA@Example.Test' } })
    expect(data.signUp.__typename).toBe('EmailTaken')
    expect(notice).toBeNull()
  })

  it('makes one account of twenty sign-ups with one address at once', async () => {
    const auth = await anAuth()
    const answers = await Promise.all(Array.from({ length: 20 }, () => auth.send(SIGN_UP, { input: ada })))
    const outcomes = answers.map(({ data }) => data.signUp.__typename)
    expect(outcomes.filter((outcome) => outcome === 'SignedIn')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'EmailTaken')).toHaveLength(19)
  })

  it('passwords: 8 to 200 characters, no composition rules', async () => {
    const auth = await anAuth()
    const passwords = ['aaaaaaaa', '        ', '🎬'.repeat(8), '🎬'.repeat(200), 'x'.repeat(200), 'naïve café']
    for (const [number, password] of passwords.entries()) {
      const account = { ...ada, email: `ada+${number}@example.test`, password }
      await signUp(auth, account)
      expect((await signIn(auth, account)).__typename).toBe('SignedIn')
    }
  })

  it('knows a password however the keyboard composes its characters', async () => {
    const auth = await anAuth()
    await signUp(auth, { ...ada, password: 'caf\u00E9 caf\u00E9' })
    expect((await signIn(auth, { ...ada, password: 'cafe\u0301 cafe\u0301' })).__typename).toBe('SignedIn')
  })

  it('limits: so many sign-ups a minute from one address, counted per field, not per request', async () => {
    const auth = await anAuth({ signUpsPerMinute: 5 })
    const fields = Array.from({ length: 8 }, (_, n) => `f${n}: signUp(input: {email: "a${n}@example.test", password: "12345678", name: "A"}) { __typename }`)
    const { data, errors } = await auth.send(`mutation { ${fields.join(' ')} }`)
    expect(data).toBeNull()
    expect(errors[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) })
    expect((await auth.send(SIGN_UP, { input: ada }, { address: '192.0.2.2' })).data.signUp.__typename).toBe('SignedIn')
    expect((await auth.send(SIGN_UP, { input: { ...ada, email: 'b@example.test' } })).errors[0]?.extensions['code']).toBe('RATE_LIMITED')
  })

  it('limits: 200 sign-ups at once from one address wait for their hash, none is refused', async () => {
    const auth = await anAuth({ signUpsPerMinute: 300, hashingQueue: 200 })
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, n) => auth.send(SIGN_UP, { input: { ...ada, email: `ada${n}@example.test` } })),
    )
    expect(answers.filter(({ data }) => data?.signUp.__typename === 'SignedIn')).toHaveLength(200)
  }, 60_000)
})
