import { announceAgain } from './announce.js'
import type { Command, CommandOf } from './command.js'
import { nothing, says, type Decision } from './decision.js'
import { evolve } from './evolve.js'
import type { Scene } from './order-state.js'
import { refuseSeats } from './refuse.js'

type Decide = (scene: Scene, command: Command) => Decision

/**
 * Orders has waited too long: what it waits for is decided as if it had been sent again. An order that should hold
 * seats and does not is told so; that answers its requests too, but for a cancellation, which has its own answer.
 */
export function answerOutcome(scene: Scene, asked: CommandOf<'ANSWER_OUTCOME'>, decide: Decide): Decision {
  const { orderId, created, requests } = asked
  const isHeld = scene.screening.bookings.has(orderId)
  if (!created && !isHeld && !requests.some(({ kind }) => kind === 'CANCEL')) {
    return refuseSeats(scene, orderId, 'LOCK_EXPIRED')
  }
  if (!created && isHeld && requests.length === 0) return says(announceAgain(scene, orderId))

  let screening = scene.screening
  const decisions: Decision[] = []
  const take = (command: Command): void => {
    const decision = decide({ ...scene, screening }, command)
    screening = decision.facts.reduce(evolve, screening)
    decisions.push(decision)
  }
  if (created) take({ type: 'LOCK', ...created })
  for (const { kind, requestId } of requests) {
    if (kind === 'CANCEL' || screening.bookings.has(orderId)) take({ type: kind, orderId, requestId })
  }
  return {
    ...nothing,
    facts: decisions.flatMap((decision) => decision.facts),
    answers: decisions.flatMap((decision) => decision.answers),
  }
}
