import { domainToASCII } from 'node:url'
import { z } from 'zod'

const address =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/
const MAX_ADDRESS = 254

/**
 * Lower case and, for names beyond ASCII, the domain's ASCII form. Servers may tell upper from lower case before the
 * `@`; people do not.
 */
export function normaliseEmail(email: string): string {
  const text = email.trim().toLowerCase()
  const at = text.lastIndexOf('@')
  return at < 0 ? text : `${text.slice(0, at)}@${domainToASCII(text.slice(at + 1))}`
}

const charactersOf = (text: string) => Array.from(text).length

export const emailField = z
  .string()
  .max(1_000, `must have at most ${MAX_ADDRESS} characters`)
  .transform(normaliseEmail)
  .pipe(z.string().max(MAX_ADDRESS, `must have at most ${MAX_ADDRESS} characters`).regex(address, 'must be an e-mail address'))

/** Any characters, by code points; the one rule is length (NIST SP 800-63B). */
export const passwordField = z
  .string()
  .refine((text) => charactersOf(text) >= 8, 'must have at least 8 characters')
  .refine((text) => charactersOf(text) <= 200, 'must have at most 200 characters')

/** What is checked against a hash may be anything, but not long: hashing it costs. */
export const givenPasswordField = z
  .string()
  .min(1, 'must not be empty')
  .refine((text) => charactersOf(text) <= 200, 'must have at most 200 characters')

export const nameField = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .refine((text) => charactersOf(text) <= 100, 'must have at most 100 characters')
  .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text), 'must not have control characters')
