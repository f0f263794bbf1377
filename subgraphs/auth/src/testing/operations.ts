import type { Sender, TestAuth } from './an-auth.js'

export const SIGN_UP = `mutation ($input: SignUpInput!) {
  signUp(input: $input) {
    __typename
    ... on SignedIn { token expiresAt user { id email name role createdAt } }
    ... on EmailTaken { message }
  }
}`

export const SIGN_IN = `mutation ($input: SignInInput!) {
  signIn(input: $input) {
    __typename
    ... on SignedIn { token expiresAt user { id } }
    ... on SignInRefused { message retryAfterSeconds }
  }
}`

export const CHANGE_PASSWORD = 'mutation ($current: String!, $next: String!) { changePassword(current: $current, next: $next) }'

export const ME = '{ me { id email name role sessions { id createdAt lastSeenAt userAgent current } } }'

export const ada = { email: 'ada@example.test', password: 'analytical engine', name: 'Ada' }

/** Signs up; the token. */
export async function signUp(auth: TestAuth, account = ada, sender: Sender = {}): Promise<string> {
  const { data, errors } = await auth.send(SIGN_UP, { input: account }, sender)
  if (data?.signUp.__typename !== 'SignedIn') throw new Error(`not signed up: ${JSON.stringify({ data, errors })}`)
  return data.signUp.token
}

export interface SignInOutcome {
  readonly __typename: 'SignedIn' | 'SignInRefused'
  readonly token: string
  readonly retryAfterSeconds: number | null
}

/** Signs in; what came of it. */
export async function signIn(auth: TestAuth, { email, password } = ada, sender: Sender = {}): Promise<SignInOutcome> {
  const { data, errors } = await auth.send(SIGN_IN, { input: { email, password } }, sender)
  if (data === null) throw new Error(`no answer: ${JSON.stringify(errors)}`)
  return data.signIn
}
