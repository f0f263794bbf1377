import { badUserInput, rateLimited, unavailable } from '@mov-ticket/service-kit'
import type { GraphQLError } from 'graphql'

/** A request that is answered before the graph sees it. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  constructor(
    readonly status: number,
    readonly fault: GraphQLError,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(fault.message)
  }
}

export const tooManyRequests = (seconds: number) =>
  new Refusal(429, rateLimited(seconds), { 'retry-after': String(seconds) })

/** More than we can carry, or something that we need is away. */
export const cannotNow = () => new Refusal(503, unavailable(), { 'retry-after': '1' })

export const badRequest = (status: 400 | 404 | 405 | 413 | 415, message: string, headers?: Record<string, string>) =>
  new Refusal(status, badUserInput(message), headers)
