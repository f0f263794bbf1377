import type { IncomingHttpHeaders } from 'node:http'
import { tokenInCookies } from './session-cookie.js'

export interface Credential {
  readonly kind: 'bearer' | 'cookie'
  readonly token: string
}

/** What a request shows to say who it comes from. An `Authorization` header goes before a cookie. */
export function credentialOf(headers: IncomingHttpHeaders, secure: boolean): Credential | null {
  const { authorization, cookie } = headers
  if (authorization !== undefined) {
    const token = bearerToken(authorization)
    return token === null ? null : { kind: 'bearer', token }
  }
  const token = tokenInCookies(cookie, secure)
  return token === null ? null : { kind: 'cookie', token }
}

/** The token in `Bearer …`; null where it is something else. */
export function bearerToken(text: string): string | null {
  return /^Bearer +(\S+) *$/i.exec(text)?.[1] ?? null
}
