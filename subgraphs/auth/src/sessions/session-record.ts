import { z } from 'zod'
import type { Session } from './session.js'

const time = z.coerce.number().transform((ms) => new Date(ms))

/** A session as a Redis hash: all fields are text, times in milliseconds. */
const record = z.object({
  id: z.string().min(1),
  userId: z.string().min(1),
  role: z.enum(['CUSTOMER', 'ADMIN']),
  createdAt: time,
  lastSeenAt: time,
  expiresAt: time,
  userAgent: z.string().optional(),
})

/** Null where there is no session, or one that has run out. */
export function sessionOf(fields: unknown, now: Date): Session | null {
  const parsed = record.safeParse(fields)
  if (!parsed.success || parsed.data.expiresAt <= now) return null
  const { userAgent, ...rest } = parsed.data
  return { ...rest, userAgent: userAgent ?? null }
}

export function recordOf({ userAgent, ...session }: Session): Record<string, string | number> {
  return {
    ...session,
    createdAt: session.createdAt.getTime(),
    lastSeenAt: session.lastSeenAt.getTime(),
    expiresAt: session.expiresAt.getTime(),
    ...(userAgent !== null && { userAgent }),
  }
}
