import type { Refusal } from '@mov-ticket/shared-events'

/** Why a buyer does not get what was asked; those of tickets, and one of our own. */
export type WishRefusal = Omit<Refusal, 'code'> & { readonly code: Refusal['code'] | 'IDEMPOTENCY_KEY_REUSED' }

export function settled(message: string): Refusal {
  return { code: 'ALREADY_SETTLED', message, ticketIds: [] }
}

export const lockExpired = (): Refusal => ({
  code: 'LOCK_EXPIRED',
  message: 'The lock has ended; the seats are back on sale.',
  ticketIds: [],
})

export const tooManyTickets = (most: number): Refusal => ({
  code: 'TOO_MANY_TICKETS',
  message: `An order for this screening has at most ${most} ${most === 1 ? 'ticket' : 'tickets'}.`,
  ticketIds: [],
})

export const keyReused = (): WishRefusal => ({
  code: 'IDEMPOTENCY_KEY_REUSED',
  message: 'This idempotency key was used for something else. Use a new one for each new wish.',
  ticketIds: [],
})
