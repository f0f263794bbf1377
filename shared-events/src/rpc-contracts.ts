import { z } from 'zod'

/** Questions over RabbitMQ (direct reply-to): name, what is asked, what is answered. */
export const questions = {
  'auth.who-is-this': {
    description: 'Whose session is this token? Null where it is none (any more).',
    request: z.object({
      token: z.string().min(1).max(200),
      slide: z.boolean().describe('True where the question is asked for a request of the user: it keeps the session alive.'),
    }),
    response: z
      .object({
        userId: z.string(),
        sessionId: z.string(),
        role: z.enum(['CUSTOMER', 'ADMIN']),
        expiresAt: z.iso.datetime({ precision: 3 }),
      })
      .nullable(),
  },
  'tickets.screening': {
    description: 'What orders must know of a screening it has not heard of. Null where there is none.',
    request: z.object({ screeningId: z.string().min(1).max(200) }),
    response: z
      .object({
        screeningId: z.string(),
        startsAt: z.iso.datetime({ precision: 3 }),
        lockSeconds: z.int().positive(),
        maxTicketsPerOrder: z.int().positive(),
        currency: z.string(),
        seatLabels: z.array(z.string()),
        cancelled: z.boolean(),
      })
      .nullable(),
  },
} as const

export type QuestionName = keyof typeof questions
export type RequestOf<Q extends QuestionName> = z.infer<(typeof questions)[Q]['request']>
export type ResponseOf<Q extends QuestionName> = z.infer<(typeof questions)[Q]['response']>

/** The same, where code speaks of any question. */
export const questionDefinitions: {
  readonly [Q in QuestionName]: { readonly request: z.ZodType<RequestOf<Q>>; readonly response: z.ZodType<ResponseOf<Q>> }
} = questions
