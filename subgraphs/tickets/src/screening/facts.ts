/** What happened to a screening, in the order in which it happened. */
export type Fact =
  | { readonly type: 'LOCKED'; readonly orderId: string; readonly buyerId: string; readonly labels: readonly string[]; readonly at: Date; readonly lockedUntil: Date }
  | { readonly type: 'RESERVED'; readonly orderId: string; readonly requestId: string }
  | { readonly type: 'EXTENDED'; readonly orderId: string; readonly requestId: string; readonly lockedUntil: Date }
  | ReleasedFact
  | { readonly type: 'BLOCKED'; readonly labels: readonly string[]; readonly reason: string }
  | { readonly type: 'UNBLOCKED'; readonly labels: readonly string[] }
  | { readonly type: 'SCREENING_CANCELLED'; readonly at: Date }

export type FactOf<T extends Fact['type']> = Extract<Fact, { type: T }>

export interface ReleasedFact {
  readonly type: 'RELEASED'
  readonly orderId: string
  readonly reason: ReleaseReason
  readonly requestId: string | null
  /** What the booking knew, for it is gone afterwards. */
  readonly buyerId: string
  readonly requestIds: readonly string[]
}

export type ReleaseReason = 'CANCELLED' | 'EXPIRED' | 'SCREENING_CANCELLED'
