import type { Outcome } from '../order/outcome.js'
import type { WishRefusal } from '../order/refusals.js'
import type { StoredOrder } from '../store/stored-order.js'

/** What a mutation gives: a refusal or not, and the order where there is one. */
export type Answer =
  | { readonly refusal: null; readonly order: StoredOrder }
  | { readonly refusal: WishRefusal; readonly order: StoredOrder | null }

/** Where tickets has not answered in time the order is given as it is. */
export function answerWith(order: StoredOrder, outcome: Outcome): Answer {
  return { refusal: outcome?.refusal ?? null, order }
}

export function refuse(refusal: WishRefusal): Answer {
  return { refusal, order: null }
}
