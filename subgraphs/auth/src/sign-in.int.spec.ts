import { describe, expect, it } from 'vitest'
import { anAuth } from './testing/an-auth.js'
import { ME, SIGN_IN, ada, signIn, signUp } from './testing/operations.js'

const bob = { email: 'bob@example.test', password: 'a different one', name: 'Bob' }
const guess = { email: ada.email, password: 'a guess', name: '' }

describe('signing in', () => {
  it('begins a new session each time, and ends the one that was presented', async () => {
    const auth = await anAuth()
    const first = await signUp(auth)
    const second = await signIn(auth, ada, { token: first })
    expect(second.token).not.toBe(first)
    expect(await auth.whoIs(first)).toBeNull()
    expect(await auth.whoIs(second.token)).not.toBeNull()

    const elsewhere = await signIn(auth, ada)
    expect(await auth.whoIs(second.token)).not.toBeNull()
    expect(await auth.whoIs(elsewhere.token)).not.toBeNull()
  })

  it('ends the presented session also where it was somebody else\'s, and only after success', async () => {
    const auth = await anAuth()
    const adas = await signUp(auth)
    await signUp(auth, bob)
    await signIn(auth, { ...bob, password: 'wrong one' }, { token: adas })
    expect(await auth.whoIs(adas)).not.toBeNull()
    await signIn(auth, bob, { token: adas })
    expect(await auth.whoIs(adas)).toBeNull()
  })

  it('says the same of an unknown e-mail and a wrong password', async () => {
    const auth = await anAuth()
    await signUp(auth)
    const wrong = await auth.send(SIGN_IN, { input: { email: ada.email, password: 'wrong one' } })
    const unknown = await auth.send(SIGN_IN, { input: { email: bob.email, password: 'wrong one' } })
    expect(wrong.data.signIn.__typename).toBe('SignInRefused')
    expect(unknown).toEqual(wrong)
    expect(wrong.notice).toBeNull()
  })

  it('keeps the 50 sessions of a user that were used last', async () => {
    const auth = await anAuth({ maxSessions: 3 })
    const tokens = [await signUp(auth)]
    for (let n = 0; n < 3; n += 1) {
      auth.pass(1_000)
      tokens.push((await signIn(auth)).token)
    }
    const alive = await Promise.all(tokens.map((token) => auth.whoIs(token)))
    expect(alive.map((session) => session !== null)).toEqual([false, true, true, true])
  })

  it('lets the new session be seen in the same answer', async () => {
    const auth = await anAuth()
    await signUp(auth)
    const { data } = await auth.send(
      `mutation ($input: SignInInput!) { signIn(input: $input) { ... on SignedIn { user { sessions { current } } } } }`,
      { input: { email: ada.email, password: ada.password } },
    )
    expect(data.signIn.user.sessions.filter(({ current }: { current: boolean }) => current)).toHaveLength(1)
  })

  it('limits: 1,000 guesses as aliases of one request are not 1,000 guesses', async () => {
    const auth = await anAuth()
    await signUp(auth, ada, { address: '198.51.100.7' })
    const field = `signIn(input: {email: "${ada.email}", password: "a guess"}) { ... on SignInRefused { retryAfterSeconds } }`
    const { data } = await auth.send(`mutation { ${Array.from({ length: 1_000 }, (_, n) => `f${n}: ${field}`).join(' ')} }`)
    const answers: { retryAfterSeconds: number | null }[] = Object.values(data)
    expect(answers.filter(({ retryAfterSeconds }) => retryAfterSeconds === null).length).toBeLessThan(10)
    expect(answers.at(-1)?.retryAfterSeconds).toBeGreaterThanOrEqual(1)
  })

  it('limits: guesses sent at once are counted like guesses sent in turn', async () => {
    const auth = await anAuth()
    await signUp(auth, ada, { address: '198.51.100.7' })
    const answers = await Promise.all(Array.from({ length: 40 }, () => signIn(auth, guess)))
    expect(answers.filter(({ retryAfterSeconds }) => retryAfterSeconds === null).length).toBeLessThan(10)
  })

  it('limits: a guesser keeps nobody out who signs in from where they are known', async () => {
    const auth = await anAuth()
    await signUp(auth, ada, { address: '198.51.100.7' })
    for (let n = 0; n < 130; n += 1) await signIn(auth, guess, { address: `203.0.113.${n}` })
    const stranger = await signIn(auth, ada, { address: '203.0.113.200' })
    expect(stranger.retryAfterSeconds).toBeGreaterThanOrEqual(1)
    expect(stranger.retryAfterSeconds).toBeLessThanOrEqual(60)
    expect((await signIn(auth, ada, { address: '198.51.100.7' })).__typename).toBe('SignedIn')
  }, 60_000)

  it('limits: many people may sign in from one address, but not without end', async () => {
    const auth = await anAuth({ signInsPerMinute: 3 })
    await signUp(auth)
    for (let n = 0; n < 3; n += 1) await signIn(auth)
    const { errors } = await auth.send(SIGN_IN, { input: { email: ada.email, password: ada.password } })
    expect(errors[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) })
  })

  it('tells nobody who is not signed in who they are', async () => {
    const auth = await anAuth()
    expect(await auth.send(ME)).toMatchObject({ data: { me: null }, errors: [] })
    expect((await auth.send(ME, {}, { token: 'never given out' })).data.me).toBeNull()
  })
})
