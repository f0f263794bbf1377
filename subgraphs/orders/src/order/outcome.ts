import { lockExpired, settled } from './refusals.js'
import type { WishRefusal } from './refusals.js'
import type { Order, RequestKind } from './order.js'

/** What a mutation can tell its caller now; null while tickets has not answered. */
export type Outcome = { readonly refusal: WishRefusal | null } | null

const accepted: Outcome = { refusal: null }

const refused = (refusal: WishRefusal): Outcome => ({ refusal })

/** A placed order that was refused stays refused; any other gives itself, as it is now. */
export function outcomeOfPlacement(order: Order): Outcome {
  if (order.status === 'PENDING') return null
  return order.refusal === null ? accepted : refused(order.refusal)
}

export function outcomeOfReservation(order: Order): Outcome {
  if (order.status === 'RESERVED') return accepted
  return endRefusal(order) ?? outcomeOfRequest(order, 'RESERVE')
}

export function outcomeOfExtension(order: Order): Outcome {
  if (order.status === 'RESERVED') return refused(settled('The order is reserved: its seats are yours for good.'))
  return endRefusal(order) ?? outcomeOfRequest(order, 'EXTEND')
}

export function outcomeOfCancellation(order: Order, now: Date): Outcome {
  switch (order.status) {
    case 'CANCELLED':
      return accepted
    case 'EXPIRED':
    case 'REJECTED':
      return refused(settled(`The order is ${order.status}: it holds no seats.`))
    case 'RESERVED':
      if (order.openRequests.some(({ kind }) => kind === 'CANCEL')) return null
      if (now >= order.startsAt) return refused(settled('The screening has started: it is too late to cancel.'))
      return outcomeOfRequest(order, 'CANCEL')
    default:
      return outcomeOfRequest(order, 'CANCEL')
  }
}

function endRefusal(order: Order): Outcome {
  switch (order.status) {
    case 'EXPIRED':
      return refused(lockExpired())
    case 'CANCELLED':
    case 'REJECTED':
      return refused(settled(`The order is ${order.status}.`))
    default:
      return null
  }
}

/** Of the newest request of this kind: a call either made it or shares it. */
function outcomeOfRequest(order: Order, kind: RequestKind): Outcome {
  if (order.status === 'PENDING' || order.openRequests.some((request) => request.kind === kind)) return null
  return { refusal: order.answeredRequests.findLast((request) => request.kind === kind)?.refusal ?? null }
}
