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
    const [, token] = /^Bearer +(\S+) *$/i.exec(authorization) ?? []
    return token === undefined ? null : { kind: 'bearer', token }
  }
  const token = tokenInCookies(cookie, secure)
  return token === null ? null : { kind: 'cookie', token }
}
