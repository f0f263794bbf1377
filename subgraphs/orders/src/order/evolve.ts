import type { AnsweredRequest, Order, OrderStatus, OrderStep } from './order.js'
import type { OrderFact } from './order-facts.js'

const ANSWERS_KEPT = 8
/** A client that invents a new key for each try must not make the order grow for ever. */
const RESERVATION_KEYS_KEPT = 100
const EXTENDED = 'The lock was extended.'

export function evolve(order: Order, fact: OrderFact): Order {
  switch (fact.type) {
    case 'REQUESTED': {
      const { requestId, kind, at } = fact
      return { ...order, openRequests: [...order.openRequests, { requestId, kind, askedAt: at }], asked: null }
    }
    case 'REQUESTED_AGAIN':
      return order
    case 'RESERVATION_KEY_KEPT':
      return { ...order, reservationKeys: [...order.reservationKeys, fact.key].slice(-RESERVATION_KEYS_KEPT) }
    case 'LOCKED':
      return {
        ...order,
        ...heard('LOCKED', fact.sequence),
        tickets: fact.tickets,
        lockedAt: fact.since,
        lockedUntil: fact.until,
        history: lockedHistory(order, fact),
      }
    case 'RESERVED':
      return {
        ...order,
        ...heard('RESERVED', fact.sequence),
        tickets: fact.tickets,
        lockedAt: order.lockedAt ?? fact.at,
        history: withStep(order.history, 'RESERVED', fact.at),
      }
    case 'ENDED':
      return {
        ...order,
        ...heard(fact.status, fact.sequence),
        refusal: fact.status === 'REJECTED' ? fact.refusal : null,
        history: withStep(order.history, fact.status, fact.at, fact.note),
        openRequests: [],
        answeredRequests: keep([
          ...order.answeredRequests,
          ...order.openRequests.map(({ requestId, kind }) => ({ requestId, kind, refusal: null })),
        ]),
      }
    case 'SEQUENCE_SEEN':
      return { ...order, sequence: fact.sequence }
    case 'ANSWERED': {
      const request = order.openRequests.find(({ requestId }) => requestId === fact.requestId)
      if (request === undefined) return order
      return {
        ...order,
        asked: null,
        openRequests: order.openRequests.filter((other) => other !== request),
        answeredRequests: keep([
          ...order.answeredRequests,
          { requestId: request.requestId, kind: request.kind, refusal: fact.refusal },
        ]),
      }
    }
    default:
      return { ...order, asked: { times: (order.asked?.times ?? 0) + 1, lastAt: fact.at } }
  }
}

function heard(status: OrderStatus, sequence: number) {
  return { status, sequence, asked: null }
}

/** Clocks differ a little: a step is not earlier than the one before. */
function withStep(history: readonly OrderStep[], status: OrderStatus, at: Date, note: string | null = null): readonly OrderStep[] {
  const last = history.at(-1)
  return [...history, { at: last !== undefined && last.at > at ? last.at : at, status, note }]
}

function keep(answers: readonly AnsweredRequest[]): readonly AnsweredRequest[] {
  return answers.slice(-ANSWERS_KEPT)
}

/** Extensions in a row are one step, at the time of the last, so that the history stays short. */
function lockedHistory({ status, history }: Order, { since, at }: { since: Date; at: Date }): readonly OrderStep[] {
  if (status !== 'LOCKED') return withStep(history, 'LOCKED', since)
  const before = history.at(-1)?.note === EXTENDED ? history.slice(0, -1) : history
  return withStep(before, 'LOCKED', at, EXTENDED)
}
