import type { AnyEvent } from '@mov-ticket/shared-events'
import type { Order, RequestKind } from './order.js'
import type { OrderFact } from './order-facts.js'

type MessageType = Extract<AnyEvent['type'], `order.${string}`>
/** What other services get to hear: an event's type and payload, before it has an id and a time. */
export type Message = { [T in MessageType]: { readonly type: T; readonly payload: Extract<AnyEvent, { type: T }>['payload'] } }[MessageType]

const requestTypes = {
  RESERVE: 'order.reservation-requested',
  CANCEL: 'order.cancellation-requested',
  EXTEND: 'order.extension-requested',
} as const satisfies Record<RequestKind, MessageType>

export function messageOfPlacement(order: Order): Message {
  return { type: 'order.created', payload: created(order) }
}

/** What `facts`, which led to `order`, have to say to others. */
export function messagesOf(order: Order, facts: readonly OrderFact[]): Message[] {
  return facts.flatMap((fact): Message[] => {
    switch (fact.type) {
      case 'REQUESTED':
      case 'REQUESTED_AGAIN':
        return [{ type: requestTypes[fact.kind], payload: { ...subject(order), requestId: fact.requestId } }]
      case 'OUTCOME_ASKED':
        return [{ type: 'order.outcome-requested', payload: question(order) }]
      default:
        return []
    }
  })
}

function subject({ id, screeningId, buyerId }: Order) {
  return { orderId: id, screeningId, buyerId }
}

function created(order: Order) {
  return { ...subject(order), wish: order.wish, createdAt: order.createdAt.toISOString() }
}

/** All of `order.created` only while PENDING: else a lost release, asked about, would lock anew. */
function question(order: Order) {
  return {
    ...subject(order),
    created: order.status === 'PENDING' ? created(order) : null,
    requests: order.openRequests.map(({ requestId, kind }) => ({ requestId, kind })),
  }
}
