import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signIn, signUp } from './accounts.js'
import { createClient, type Client } from './client.js'
import { eventually } from './eventually.js'
import { startTestPlatform, type TestPlatform } from './platform.js'

let platform: TestPlatform
beforeAll(async () => {
  platform = await startTestPlatform('sessions')
})
afterAll(async () => platform.stop())

const meText = '{ me { id email name role sessions { id current userAgent } } }'
interface Me {
  readonly me: {
    id: string
    email: string
    name: string
    role: string
    sessions: { id: string; current: boolean }[]
  } | null
}

async function isSignedOut(client: Client): Promise<boolean> {
  const { errors } = await client.answer('{ myOrders { totalCount } }')
  return errors[0]?.extensions.code === 'UNAUTHENTICATED'
}

describe.concurrent('sessions', () => {
  test('an account has a session for each sign-in and knows the current one', async () => {
    const first = await signUp(platform.url, 'ada')
    const second = await signIn(platform.url, first.email, first.password)

    const { me } = await second.ask<Me>(meText)

    expect(me).toMatchObject({ id: first.userId, email: first.email, name: 'ada', role: 'CUSTOMER' })
    expect(me?.sessions).toHaveLength(2)
    expect(me?.sessions.filter(({ current }) => current)).toHaveLength(1)
  })

  test('signing out ends this session and no other, at once', async () => {
    const first = await signUp(platform.url)
    const second = await signIn(platform.url, first.email, first.password)
    expect(await isSignedOut(first)).toBe(false)

    expect(await first.ask('mutation { signOut }')).toEqual({ signOut: true })

    await eventually(async () => isSignedOut(first), Boolean, { withinMs: 1_000 })
    expect(await isSignedOut(second)).toBe(false)
  })

  test('signing out everywhere ends all and says how many', async () => {
    const first = await signUp(platform.url)
    const others = await Promise.all([1, 2].map(async () => signIn(platform.url, first.email, first.password)))
    expect(await isSignedOut(first)).toBe(false)

    expect(await others[0]?.ask('mutation { signOutEverywhere }')).toEqual({ signOutEverywhere: 3 })

    for (const client of [first, ...others])
      await eventually(async () => isSignedOut(client), Boolean, { withinMs: 1_000 })
  })

  test('a changed password is the one that counts', async () => {
    const account = await signUp(platform.url)
    const next = 'quite another password'

    const changed = await account.ask(
      'mutation ($current: String!, $next: String!) { changePassword(current: $current, next: $next) }',
      {
        current: account.password,
        next,
      },
    )

    expect(changed).toEqual({ changePassword: true })
    await expect(signIn(platform.url, account.email, account.password)).rejects.toThrow('SignInRefused')
    expect((await signIn(platform.url, account.email, next)).userId).toBe(account.userId)
  })

  test('an unknown e-mail and a wrong password are refused with the same words', async () => {
    const account = await signUp(platform.url)
    const refusedWith = async (email: string): Promise<unknown> =>
      createClient(platform.url).ask(
        'mutation ($input: SignInInput!) { signIn(input: $input) { __typename ... on SignInRefused { message } } }',
        { input: { email, password: 'not this one' } },
      )

    const unknown = await refusedWith('nobody@e2e.example')

    expect(unknown).toMatchObject({ signIn: { __typename: 'SignInRefused' } })
    expect(await refusedWith(account.email)).toEqual(unknown)
  })

  test('an e-mail is taken once, however it is written', async () => {
    const account = await signUp(platform.url)

    const again = await createClient(platform.url).ask(
      'mutation ($input: SignUpInput!) { signUp(input: $input) { __typename } }',
      { input: { email: account.email.toUpperCase(), password: 'long enough', name: 'somebody else' } },
    )

    expect(again).toEqual({ signUp: { __typename: 'EmailTaken' } })
  })

  test('a browser gets its session as an HttpOnly cookie, which counts like a token', async () => {
    const account = await signUp(platform.url)
    const headers = { 'content-type': 'application/json' }
    const signedIn = await fetch(platform.url, {
      method: 'POST',
      headers,
      body: JSON.stringify({
        query: 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }',
        variables: { input: { email: account.email, password: account.password } },
      }),
    })
    const setCookie = signedIn.headers.getSetCookie()[0] ?? ''
    expect(setCookie).toMatch(/;\s*HttpOnly/i)
    expect(setCookie).toMatch(/;\s*SameSite=(Lax|Strict)/i)

    const cookie = setCookie.split(';')[0] ?? ''
    const asked = await fetch(platform.url, {
      method: 'POST',
      headers: { ...headers, cookie },
      body: JSON.stringify({ query: meText }),
    })

    expect(await asked.json()).toMatchObject({ data: { me: { id: account.userId } } })
  })

  test('an invalid token counts as none where none is needed', async () => {
    const stranger = createClient(platform.url, 'x'.repeat(43))

    expect(await stranger.ask('{ movies { totalCount } me { id } }')).toMatchObject({
      movies: { totalCount: 0 },
      me: null,
    })
    expect(await isSignedOut(stranger)).toBe(true)
  })
})
