import { connectionOf, decodeCursor, pageSize, requireAdmin } from '@mov-ticket/service-kit'
import type { Connection } from '@mov-ticket/service-kit'
import { parseTicketId } from '@mov-ticket/shared-events'
import { z } from 'zod'
import type { Resolvers } from '../generated/resolvers.js'
import { holdOf } from '../order/hold.js'
import type { Hold } from '../order/hold.js'
import type { ScreeningCopies } from '../store/screening-copies.js'
import type { StoredOrder } from '../store/stored-order.js'
import type { HoldPosition, TicketHolds, TicketOfScreening } from '../store/ticket-holds.js'
import { canBeAnId } from './inputs.js'

export interface HoldNode extends Hold {
  readonly order: StoredOrder
}

/** A page of holds; they are counted only where the count is asked for. */
export interface HoldList extends Omit<Connection<HoldNode>, 'totalCount'> {
  readonly ticket: TicketOfScreening
}

export interface TicketHistoryParts {
  readonly holds: TicketHolds
  readonly screenings: Pick<ScreeningCopies, 'get'>
}

const DEFAULT_PAGE = 20
const position: z.ZodType<HoldPosition> = z
  .tuple([z.number(), z.string()])
  .transform(([lockedAt, id]) => ({ lockedAt: new Date(lockedAt), id }))

export function ticketHistory({ holds, screenings }: TicketHistoryParts) {
  /** Null where the screening has no such ticket, or there is no such screening. */
  async function find(ticketId: string): Promise<TicketOfScreening | null> {
    const parsed = canBeAnId(ticketId) ? parseTicketId(ticketId) : null
    const screening = parsed && (await screenings.get(parsed.screeningId))
    return screening?.positions.has(ticketId) ? { ticketId, screeningId: screening.id } : null
  }

  return {
    Query: {
      async ticketHistory(_parent, { ticketId, ...args }, { caller }) {
        requireAdmin(caller)
        const first = pageSize(args.first ?? DEFAULT_PAGE)
        const after = decodeCursor(args.after, position)
        const ticket = await find(ticketId)
        if (ticket === null) return null
        const found = (await holds.listOf(ticket, { after, limit: first + 1 })).flatMap(nodesOf)
        return { ...connectionOf({ found, first, totalCount: 0, positionOf }), ticket }
      },
    },
    TicketHoldConnection: {
      totalCount: ({ ticket }) => holds.countOf(ticket),
    },
  } satisfies Resolvers
}

function nodesOf(stored: StoredOrder): HoldNode[] {
  const hold = holdOf(stored.order)
  return hold === null ? [] : [{ ...hold, order: stored }]
}

function positionOf({ from, order }: HoldNode): [number, string] {
  return [from.getTime(), order.order.id]
}
