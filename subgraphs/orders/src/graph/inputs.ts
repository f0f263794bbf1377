import { z } from 'zod'

/** Longer ids are none of ours: they are looked up nowhere. */
const LONGEST_ID = 200

const idempotencyKey = z.string().min(1, 'must have 1 to 100 characters').max(100, 'must have 1 to 100 characters')
const id = z.string()

export const createOrderArguments = z.object({
  input: z.object({ screeningId: id, ticketIds: z.array(id).min(1, 'must name at least one ticket'), idempotencyKey }),
})

export const createBestOrderArguments = z.object({
  input: z.object({
    screeningId: id,
    count: z.int().min(1, 'must be at least 1'),
    kind: z.enum(['STANDARD', 'PREMIUM', 'ACCESSIBLE', 'COMPANION']).nullish().transform((kind) => kind ?? null),
    idempotencyKey,
  }),
})

export const reserveOrderArguments = z.object({ orderId: id, idempotencyKey })
export const orderArguments = z.object({ orderId: id })

export function canBeAnId(text: string): boolean {
  return text.length >= 1 && text.length <= LONGEST_ID
}
