import { ticketId, type Refusal } from '@mov-ticket/shared-events'
import { says, type Decision } from './decision.js'
import { orderState, type Scene } from './order-state.js'

type Code = Refusal['code']

/** In English, for the buyer. */
const messages = {
  SEATS_UNAVAILABLE: 'Not all of these seats are free any more.',
  SCREENING_NOT_ON_SALE: 'This screening is not on sale (any more).',
  TOO_MANY_TICKETS: 'An order for this screening can not have that many tickets.',
  TOO_MANY_LOCKS: 'You already hold many seats of this screening: reserve or cancel some of them first.',
  LEAVES_SINGLE_SEAT: 'This choice leaves a single empty seat between taken ones: please choose other seats.',
  LOCK_EXPIRED: 'The time to reserve these seats is over.',
  EXTENSION_LIMIT: 'The time to reserve these seats can not be made longer any more.',
  ALREADY_SETTLED: 'This order has already been settled.',
} satisfies Record<Code, string>

/** The order gets no seats, or holds none any more. */
export function refuseSeats(scene: Scene, orderId: string, code: Code, labels: readonly string[] = []): Decision {
  const payload = { ...orderState(scene, orderId), refusal: refusal(scene, code, labels) }
  return says({ type: 'seats.refused', sequence: scene.screening.sequence, payload })
}

/** The order stays as it is. */
export function refuseRequest(
  scene: Scene,
  type: 'reservation.refused' | 'extension.refused',
  { orderId, requestId }: { orderId: string; requestId: string },
  code: Code,
): Decision {
  const payload = { ...orderState(scene, orderId), requestId, refusal: refusal(scene, code, []) }
  return says({ type, sequence: scene.screening.sequence, payload })
}

function refusal({ screening }: Scene, code: Code, labels: readonly string[]): Refusal {
  return { code, message: messages[code], ticketIds: labels.map((label) => ticketId(screening.terms.id, label)) }
}
