import { notFound, requireAdmin } from '@mov-ticket/service-kit'
import type { Resolvers } from '../generated/resolvers.js'
import { forgetScreening } from './context.js'
import { findScreening } from './find-screening.js'
import type { Submit } from './submit.js'

export function cancelScreening(submit: Submit) {
  return {
    Mutation: {
      async cancelScreening(_parent, { id }, context, info) {
        requireAdmin(context.caller)
        if (!(await context.screenings.load(id))) throw notFound('screening')
        await submit(id, { type: 'CANCEL_SCREENING' })
        forgetScreening(context, id)
        const cancelled = await findScreening(context, id, info)
        if (!cancelled) throw notFound('screening')
        return cancelled
      },
    },
  } satisfies Resolvers
}
