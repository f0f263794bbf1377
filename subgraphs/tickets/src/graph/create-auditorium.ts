import { parseInput, requireAdmin } from '@mov-ticket/service-kit'
import type { Resolvers } from '../generated/resolvers.js'
import { seatingPlan } from '../screening/seating-plan.js'
import type { AuditoriumStore } from '../store/auditorium-store.js'
import { newAuditorium } from './new-auditorium.js'

export function createAuditorium(store: Pick<AuditoriumStore, 'create'>, newId: () => string) {
  return {
    Mutation: {
      async createAuditorium(_parent, args, { caller }) {
        requireAdmin(caller)
        const { input } = parseInput(newAuditorium, args)
        const auditorium = { id: newId(), ...input }
        await store.create(auditorium)
        return { ...auditorium, plan: seatingPlan(auditorium.seats) }
      },
    },
  } satisfies Resolvers
}
