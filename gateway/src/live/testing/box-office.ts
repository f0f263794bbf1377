import { forbidden, requireUser } from '@mov-ticket/service-kit'
import type { Caller } from '@mov-ticket/service-kit'
import { compose } from '../../compose/compose.js'
import { schemaOf, subgraphNames } from '../../testing/fake-subgraphs.js'
import type { Fake, FakeContext, SubgraphName } from '../../testing/fake-subgraphs.js'
import type { TestGateway } from '../../testing/test-gateway.js'

/** Fake tickets and orders: any screening but `unknown`, and what depends on who asks. */
export interface BoxOffice {
  readonly subgraphs: Partial<Record<SubgraphName, Fake>>
  /** With the undeclared, so private, field `viewer` in the seat map: user, session and role, or nobody. It fails for eve. */
  readonly supergraphSdl: string
  /** Who asked for the seat map or an order, question by question. */
  readonly asked: Caller[]
  readonly version: number
  /** Something changes; its doorbell rings. */
  change(gateway: TestGateway): void
  /** Answers wait until it is called. */
  hold(): () => void
}

const channels = ['screening:s1', 'order:of ada', 'order:of bob']

export async function createBoxOffice(): Promise<BoxOffice> {
  const asked: Caller[] = []
  let version = 1
  let gate: Promise<void> | null = null

  async function seatMap({ screeningId, afterVersion }: { screeningId: string; afterVersion: number | null }, caller: Caller) {
    asked.push(caller)
    await gate
    if (screeningId === 'unknown') return null
    const full = afterVersion === null || afterVersion === undefined
    return { version, full, screening: { id: screeningId }, tickets: full || afterVersion < version ? [{ id: 't1', version }] : [] }
  }

  function change(gateway: TestGateway): void {
    version += 1
    for (const channel of channels) gateway.live.feed.ring(channel, version)
  }

  const ticketsSdl = (await schemaOf('tickets')).replace('type SeatMapUpdate {', 'type SeatMapUpdate {\n  viewer: String')
  const sdls = await Promise.all(subgraphNames.map(async (name) => ({ name, sdl: name === 'tickets' ? ticketsSdl : await schemaOf(name) })))
  return {
    supergraphSdl: compose(sdls).supergraphSdl,
    asked,
    get version() {
      return version
    },
    subgraphs: {
      auth: {
        resolvers: {
          Query: { me: (_: unknown, __: unknown, { caller }: FakeContext) => caller.identity && { id: caller.identity.userId } },
          Mutation: { signOutEverywhere: (_: unknown, __: unknown, { caller }: FakeContext) => Number(requireUser(caller) !== null) },
        },
      },
      tickets: {
        typeDefs: ticketsSdl,
        resolvers: {
          Query: {
            seatMap: (_: unknown, args: { screeningId: string; afterVersion: number | null }, { caller }: FakeContext) => seatMap(args, caller),
            movie: (_: unknown, { id }: { id: string }) => (id === 'unknown' ? null : { id, title: 'Metropolis' }),
          },
          SeatMapUpdate: {
            viewer(_: unknown, __: unknown, { caller: { identity } }: FakeContext) {
              if (identity?.userId === 'eve') throw forbidden()
              return identity === null ? 'nobody' : `${identity.userId} ${identity.sessionId} ${identity.role}`
            },
          },
          Screening: { tickets: () => [{ id: 't1', version }] },
          Ticket: { order: (_: unknown, __: unknown, { caller: { identity } }: FakeContext) => identity && { id: `of ${identity.userId}` } },
        },
      },
      orders: {
        resolvers: {
          Query: {
            async order(_: unknown, { id }: { id: string }, { caller }: FakeContext) {
              asked.push(caller)
              await gate
              return id === `of ${requireUser(caller).userId}` ? { id, version } : null
            },
          },
        },
      },
    },
    change,
    hold() {
      let open: (() => void) | undefined
      gate = new Promise((resolve) => {
        open = resolve
      })
      return () => {
        gate = null
        open?.()
      }
    },
  }
}
