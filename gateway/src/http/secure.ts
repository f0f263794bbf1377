import type { Client } from './client.js'

/** Whether the session's cookie is the one that only encrypted connections carry. */
export function isSecure(client: Client, secureCookies: 'auto' | 'always' | 'never'): boolean {
  return secureCookies === 'auto' ? client.secure : secureCookies === 'always'
}
