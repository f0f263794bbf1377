import { randomUUID } from 'node:crypto'
import { asking, type BadInput, given, invalid, unauthenticated, withInput } from './bad-input.js'

const signUp = withInput('mutation ($input: SignUpInput!) { signUp(input: $input) { __typename } }', () => ({
  email: `${randomUUID()}@e2e.example`,
  password: 'long enough',
  name: 'Somebody',
}))
const changePassword = 'mutation ($current: String!, $next: String!) { changePassword(current: $current, next: $next) }'

const badEmail = invalid('input.email', /email/)
const badPassword = invalid('input.password', /password/)
const farTooLong = `${'x'.repeat(388)}@e2e.example`

export const badAccounts: readonly BadInput[] = [
  given('nobody', 'signing up with what is no e-mail', signUp({ email: 'not an e-mail' }), badEmail),
  given('nobody', 'signing up with an e-mail of 400 characters', signUp({ email: farTooLong }), badEmail),
  given('nobody', 'signing up with a password of 7 characters', signUp({ password: '1234567' }), badPassword),
  given('nobody', 'signing up with a password of 201 characters', signUp({ password: 'p'.repeat(201) }), badPassword),
  given('nobody', 'signing up without a name', signUp({ name: '  ' }), invalid('input.name', /name/)),
  given(
    'nobody',
    'signing up with a number for a password',
    signUp({ password: 12_345_678 }),
    invalid('input.password', /String/),
  ),
  given(
    'buyer',
    'changing to a password that is too short',
    asking(changePassword, ({ buyer }) => ({ current: buyer.password, next: 'short' })),
    invalid('next', /next/),
  ),
  given(
    'buyer',
    'changing the password without knowing it',
    asking(changePassword, () => ({ current: 'a wrong password', next: 'long enough' })),
    invalid('current', /\w/),
  ),
  given(
    'nobody',
    'signing out everywhere without a session',
    asking('mutation { signOutEverywhere }'),
    unauthenticated,
  ),
  given('nobody', 'ending a session without one', asking('mutation { endSession(id: "any") }'), unauthenticated),
]
