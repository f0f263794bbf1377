/**
 * Response header by which auth tells the gateway what becomes of the browser's cookie, as JSON:
 * `{token, expiresAt}` after signing up or in, `{token: null}` after signing out.
 */
export const SESSION_HEADER = 'x-mov-ticket-session'

export type SessionNotice = { readonly token: string; readonly expiresAt: string } | { readonly token: null }
