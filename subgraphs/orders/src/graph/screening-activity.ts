import { badUserInput, parseInput, requireAdmin } from '@mov-ticket/service-kit'
import { z } from 'zod'
import { createTally, stepsIn } from '../activity/tally.js'
import type { Span } from '../activity/tally.js'
import type { Resolvers } from '../generated/resolvers.js'
import type { OrderTrails } from '../store/order-trails.js'
import type { ScreeningCopies } from '../store/screening-copies.js'
import { canBeAnId } from './inputs.js'

export interface ScreeningActivityParts {
  readonly trails: OrderTrails
  readonly screenings: Pick<ScreeningCopies, 'get'>
  readonly now: () => Date
}

const MOST_STEPS = 500
const STEP = 'must be 1 to 86,400'

const activityArguments = z
  .object({ from: z.date(), to: z.date(), stepSeconds: z.int().min(1, STEP).max(86_400, STEP) })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'must be after `from`' })

export function screeningActivity({ trails, screenings, now }: ScreeningActivityParts) {
  return {
    Query: {
      async screeningActivity(_parent, { screeningId, ...args }, { caller }) {
        requireAdmin(caller)
        const span = spanOf(parseInput(activityArguments, args))
        const screening = canBeAnId(screeningId) ? await screenings.get(screeningId) : null
        if (screening === null) return null
        const tally = createTally(span)
        for await (const trail of trails.in(screening.id, span)) tally.add(trail)
        const { currency } = screening
        return {
          screening: { id: screening.id },
          steps: tally.steps(now()).map(({ revenue, ...step }) => ({ ...step, revenue: { amount: revenue, currency } })),
        }
      },
    },
  } satisfies Resolvers
}

function spanOf({ from, to, stepSeconds }: z.infer<typeof activityArguments>): Span {
  const span = { from, to, stepMs: stepSeconds * 1_000 }
  if (stepsIn(span) <= MOST_STEPS) return span
  throw badUserInput(`An answer has at most ${MOST_STEPS} steps.`, { stepSeconds: `must make at most ${MOST_STEPS} steps` })
}
