import { createClient, type Client as Sdk } from '@mov-ticket/sdk'

/** The SDK as one who asks once: what comes of it is what a spec looks at. */
export function sdkOf({ url, token = null }: { readonly url: string; readonly token?: string | null }): Sdk {
  return createClient({ url, token: () => token, retries: 0, timeoutMs: 60_000 })
}
