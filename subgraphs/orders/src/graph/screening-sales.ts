import { requireAdmin } from '@mov-ticket/service-kit'
import type { Resolvers } from '../generated/resolvers.js'
import type { ScreeningCopies } from '../store/screening-copies.js'
import { canBeAnId } from './inputs.js'

export function screeningSales(screenings: Pick<ScreeningCopies, 'get'>) {
  return {
    Screening: {
      __resolveReference: ({ id }) => ({ id }),
      async sales({ id }, _args, { caller, sales }) {
        requireAdmin(caller)
        const screening = canBeAnId(id) ? await screenings.get(id) : null
        if (screening === null) return null
        const { revenue, ...counts } = await sales.load(id)
        return { ...counts, revenue: { amount: revenue, currency: screening.currency } }
      },
    },
  } satisfies Resolvers
}
