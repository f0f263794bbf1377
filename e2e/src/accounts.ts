import { randomUUID } from 'node:crypto'
import { type Client, createClient } from './client.js'

export interface Account extends Client {
  readonly userId: string
  readonly email: string
  readonly password: string
}

interface SignedIn {
  readonly __typename: string
  readonly token: string
  readonly expiresAt: string
  readonly user: { id: string; email: string }
}

const signedIn = '__typename ... on SignedIn { token expiresAt user { id email } }'

/** A new account with a session of its own. */
export async function signUp(url: string, name = 'buyer'): Promise<Account> {
  const email = `${name}-${randomUUID()}@e2e.example`
  const password = `password of ${name}`
  const { signUp: result } = await createClient(url).ask<{ signUp: SignedIn }>(
    `mutation SignUp($input: SignUpInput!) { signUp(input: $input) { ${signedIn} } }`,
    { input: { email, password, name } },
  )
  return accountOf(url, result, password)
}

/** One more session of an account. */
export async function signIn(url: string, email: string, password: string): Promise<Account> {
  const { signIn: result } = await createClient(url).ask<{ signIn: SignedIn }>(
    `mutation SignIn($input: SignInInput!) { signIn(input: $input) { ${signedIn} } }`,
    { input: { email, password } },
  )
  return accountOf(url, result, password)
}

export async function signUpMany(url: string, count: number, name?: string): Promise<Account[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => signUp(url, `${name ?? 'buyer'}${index}`)))
}

function accountOf(url: string, result: SignedIn, password: string): Account {
  if (result.__typename !== 'SignedIn') throw new Error(`not signed in: ${JSON.stringify(result)}`)
  return { ...createClient(url, result.token), userId: result.user.id, email: result.user.email, password }
}
