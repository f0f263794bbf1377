import { randomUUID } from 'node:crypto'
import { type Client, createClient } from './client.js'
import { sdkOf } from './sdk-of.js'

export interface Account extends Client {
  readonly userId: string
  readonly email: string
  readonly password: string
}

/** A new account with a session of its own. */
export async function signUp(url: string, name = 'buyer'): Promise<Account> {
  const email = `${name}-${randomUUID()}@e2e.example`
  const password = `password of ${name}`
  const result = await sdkOf({ url }).signUp({ input: { email, password, name } })
  return accountOf(url, result, password)
}

/** One more session of an account. */
export async function signIn(url: string, email: string, password: string): Promise<Account> {
  const result = await sdkOf({ url }).signIn({ input: { email, password } })
  return accountOf(url, result, password)
}

export async function signUpMany(url: string, count: number, name?: string): Promise<Account[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => signUp(url, `${name ?? 'buyer'}${index}`)))
}

type Result = { readonly __typename: 'SignedIn'; readonly token: string; readonly user: { id: string; email: string } } | { readonly __typename: string; readonly message: string }

function accountOf(url: string, result: Result, password: string): Account {
  if (!('token' in result)) throw new Error(`not signed in: ${JSON.stringify(result)}`)
  return { ...createClient(url, result.token), userId: result.user.id, email: result.user.email, password }
}
