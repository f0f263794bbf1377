import type { IncomingHttpHeaders } from 'node:http'

/** True where a page of another host, which is not on the allow list, asks. Programs send no Origin. */
export function isForeign(
  { origin, host }: { readonly origin: string | undefined; readonly host: string | undefined },
  allowed: readonly string[],
): boolean {
  if (origin === undefined || allowed.includes(origin)) return false
  // The scheme is left out: behind a proxy that ends TLS we see http where the browser sees https.
  return !URL.canParse(origin) || new URL(origin).host !== host
}

/** CORS headers for an origin on the allow list; none for others, so that browsers keep the answer from them. */
export function corsHeaders({ origin }: IncomingHttpHeaders, allowed: readonly string[]): Record<string, string> {
  if (allowed.length === 0) return {}
  const vary = { vary: 'Origin' }
  if (origin === undefined || !allowed.includes(origin)) return vary
  return {
    ...vary,
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'retry-after, x-correlation-id',
  }
}

export const preflightHeaders = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'apollo-require-preflight, authorization, content-type, traceparent, x-correlation-id',
  'access-control-max-age': '86400',
}
