import { badUserInput, parseInput, requireAdmin } from '@mov-ticket/service-kit'
import { z } from 'zod'
import type { Resolvers } from '../generated/resolvers.js'
import type { Outcome } from '../screening/decision.js'
import { forgetScreening, type Context } from './context.js'
import { namedTickets, type NamedTickets } from './named-tickets.js'
import type { Submit } from './submit.js'
import { text } from './text.js'
import { ticketsOf } from './ticket-node.js'

const newBlock = z.object({ reason: text(1, 200) })

export function blockTickets(submit: Submit) {
  return {
    Mutation: {
      async blockTickets(_parent, { ids, reason: given }, context) {
        requireAdmin(context.caller)
        const { reason } = parseInput(newBlock, { reason: given })
        const named = await namedTickets(context, ids)
        check(await submit(named.view.terms.id, { type: 'BLOCK', labels: named.labels, reason }), named)
        return nowAre(context, named)
      },
      async unblockTickets(_parent, { ids }, context) {
        requireAdmin(context.caller)
        const named = await namedTickets(context, ids)
        check(await submit(named.view.terms.id, { type: 'UNBLOCK', labels: named.labels }), named)
        return nowAre(context, named)
      },
    },
  } satisfies Resolvers
}

function check(outcome: Outcome, { labels }: NamedTickets): void {
  if (outcome.type === 'DONE') return
  if (outcome.type === 'CANCELLED_SCREENING') {
    throw badUserInput('The screening does not take place.', { ids: 'must be tickets of a screening that takes place' })
  }
  const fields = labels.flatMap((label, at) => {
    const status = outcome.taken.get(label)
    return status ? [[`ids.${at}`, `is ${status}`]] : []
  })
  throw badUserInput('Some of these tickets are reserved or locked.', Object.fromEntries(fields))
}

/** In the order in which they were named. */
async function nowAre(context: Context, { view, plan, labels }: NamedTickets) {
  forgetScreening(context, view.terms.id)
  return ticketsOf(context, { ...view, holds: null }, labels.flatMap((label) => plan.byLabel.get(label) ?? []))
}
