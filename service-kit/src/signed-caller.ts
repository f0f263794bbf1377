import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Caller } from './caller.js'

/** The gateway's word on who is calling, signed; subgraphs refuse requests without it. */
export const IDENTITY_HEADER = 'x-mov-ticket-caller'

/** How long a signed caller is good for: one request, not more. */
const LIFETIME_MS = 30_000
/** By how much the clocks of gateway and subgraph may differ. */
const CLOCK_SKEW_MS = 5_000

const claims = z.object({
  audience: z.string(),
  expiresAt: z.number(),
  caller: z.object({
    identity: z.object({ userId: z.string(), sessionId: z.string(), role: z.enum(['CUSTOMER', 'ADMIN']) }).nullable(),
    address: z.string(),
    userAgent: z.string().nullable(),
  }),
})

export interface SigningOptions {
  readonly secret: string
  /** The subgraph that the caller is signed for: what one was sent is of no use at another. */
  readonly audience: string
  readonly now: Date
}

export function signCaller(caller: Caller, { secret, audience, now }: SigningOptions): string {
  const content = { audience, expiresAt: now.getTime() + LIFETIME_MS, caller } satisfies z.infer<typeof claims>
  const body = Buffer.from(JSON.stringify(content)).toString('base64url')
  return `${body}.${macOf(body, secret).toString('base64url')}`
}

export class UntrustedCaller extends Error {
  override readonly name = 'UntrustedCaller'
}

/** Throws UntrustedCaller for all that was not signed with this secret, for this audience, just now. */
export function verifyCaller(token: string, { secret, audience, now }: SigningOptions): Caller {
  const [body, mac, ...rest] = token.split('.')
  if (!body || !mac || rest.length > 0) throw new UntrustedCaller('It is malformed.')
  const expected = macOf(body, secret)
  const given = Buffer.from(mac, 'base64url')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new UntrustedCaller('The signature is wrong.')
  }
  const content = claims.parse(JSON.parse(Buffer.from(body, 'base64url').toString()))
  if (content.audience !== audience) throw new UntrustedCaller('It was signed for somebody else.')
  const remaining = content.expiresAt - now.getTime()
  if (remaining <= -CLOCK_SKEW_MS) throw new UntrustedCaller('It has expired.')
  if (remaining > LIFETIME_MS + CLOCK_SKEW_MS) throw new UntrustedCaller('It comes from the future.')
  return content.caller
}

function macOf(body: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(body).digest()
}
