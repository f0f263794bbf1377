import type { SessionNotice } from '@mov-ticket/service-kit'
import { z } from 'zod'

const notice = z.union([
  z.object({ token: z.string().regex(/^[\w.~+/=-]{1,200}$/), expiresAt: z.iso.datetime() }),
  z.object({ token: z.null() }),
])

/** What auth says about the browser's cookie; null where it says nothing. Throws where it makes no sense. */
export function parseSessionNotice(header: string | null): SessionNotice | null {
  return header === null ? null : notice.parse(JSON.parse(header))
}
