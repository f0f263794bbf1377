import type { Caller, Correlation, SessionNotice } from '@mov-ticket/service-kit'

/** What the graph knows of the HTTP request that it answers. */
export interface RequestContext {
  readonly caller: Caller
  /** How the session's token came; null where none came. */
  readonly credential: 'bearer' | 'cookie' | null
  /** True where a browser says that a page of another site, which is not on the allow list, asks. */
  readonly foreignOrigin: boolean
  readonly correlation: Correlation
  /** Whether it is all the same if somebody else asked just before: see sharing/. */
  readonly mayShare: boolean
  /** Aborted when the client is gone: nobody waits for the answer. */
  readonly signal: AbortSignal
  /** What happened, for the log and the cookie; filled while the request is answered. */
  readonly outcome: RequestOutcome
}

export interface RequestOutcome {
  operation: { readonly name: string | null; readonly kind: string } | null
  codes: readonly string[]
  sessionNotice: SessionNotice | null
}

/** Of a request of which nothing is known yet. */
export function newOutcome(): RequestOutcome {
  return { operation: null, codes: [], sessionNotice: null }
}
