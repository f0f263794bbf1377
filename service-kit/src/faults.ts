import { GraphQLError } from 'graphql'

/** What went wrong, for clients: a closed set. */
export type FaultCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'RATE_LIMITED'
  | 'UNAVAILABLE'
  | 'INTERNAL'

function fault(code: FaultCode, message: string, more: Record<string, unknown> = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...more } })
}

export const unauthenticated = () => fault('UNAUTHENTICATED', 'Sign in first.')

export const forbidden = () => fault('FORBIDDEN', 'You may not do this.')

/** `what` as in "There is no such screening." */
export const notFound = (what: string) => fault('NOT_FOUND', `There is no such ${what}.`)

/** `fields`: what is wrong, by path from the root field's arguments, such as `input.email`. */
export const badUserInput = (message: string, fields: Readonly<Record<string, string>> = {}) =>
  fault('BAD_USER_INPUT', message, { fields })

export const rateLimited = (retryAfterSeconds: number) =>
  fault('RATE_LIMITED', `Too much at once. Try again in ${retryAfterSeconds} s.`, { retryAfterSeconds })

/** Something that we need is away: the same request may succeed later. */
export const unavailable = () => fault('UNAVAILABLE', 'We can\'t do this right now. Please try again in a moment.')

export const internal = () => fault('INTERNAL', 'Something went wrong on our side.')
