import type { SessionNotice } from '@mov-ticket/service-kit'

/** Browsers take `__Host-` cookies only with Secure, for the whole host and from nobody else. */
function nameOf(secure: boolean): string {
  return secure ? '__Host-session' : 'session'
}

/** The token in a request's `Cookie` header; null where there is none. */
export function tokenInCookies(header: string | undefined, secure: boolean): string | null {
  const prefix = `${nameOf(secure)}=`
  const pair = header?.split(';').map((text) => text.trim()).find((text) => text.startsWith(prefix))
  return pair === undefined || pair === prefix ? null : pair.slice(prefix.length)
}

const SECONDS_A_DAY = 86_400

export interface CookieOptions {
  readonly secure: boolean
  /** How long a session may last at most: use moves its end, and the cookie must not go before. */
  readonly maxDays: number
}

/** The `Set-Cookie` header that makes a browser keep the token, or drop it. */
export function sessionCookie({ token }: SessionNotice, { secure, maxDays }: CookieOptions): string {
  return [
    `${nameOf(secure)}=${token ?? ''}`,
    'Path=/',
    `Max-Age=${token === null ? 0 : maxDays * SECONDS_A_DAY}`,
    'HttpOnly',
    'SameSite=Strict',
    ...(secure ? ['Secure'] : []),
  ].join('; ')
}
