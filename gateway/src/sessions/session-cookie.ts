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

/** The `Set-Cookie` header that makes a browser keep the token until the session ends, or drop it. */
export function sessionCookie(notice: SessionNotice, secure: boolean): string {
  const ending = notice.token === null ? 'Max-Age=0' : `Expires=${new Date(notice.expiresAt).toUTCString()}`
  return [
    `${nameOf(secure)}=${notice.token ?? ''}`,
    'Path=/',
    ending,
    'HttpOnly',
    'SameSite=Strict',
    ...(secure ? ['Secure'] : []),
  ].join('; ')
}
