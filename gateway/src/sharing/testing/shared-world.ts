import type { Caller } from '@mov-ticket/service-kit'
import { createEvent } from '@mov-ticket/shared-events'
import type { ResponseOf } from '@mov-ticket/shared-events'
import { request } from 'node:http'
import type { ClientRequest, IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { vi } from 'vitest'
import type { FakeContext } from '../../testing/fake-subgraphs.js'
import { startTestGateway } from '../../testing/test-gateway.js'
import type { Answer } from '../../testing/test-gateway.js'

export interface Asking {
  readonly answer: Promise<{ readonly status: number; readonly cookie: string | undefined; readonly body: Answer['body'] }>
  leave(): void
}

/** One call of a resolver that waits until it is let go. */
export interface Held {
  readonly what: string
  readonly caller: Caller
  readonly letGo: () => void
}

type Session = NonNullable<ResponseOf<'auth.who-is-this'>>

/** What is answered says for whom it was made. */
export const stampOf = ({ identity }: Caller): string =>
  identity === null ? 'nobody' : `${identity.userId} ${identity.sessionId} ${identity.role}`

async function answerTo(asked: ClientRequest): Promise<Awaited<Asking['answer']>> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => asked.once('response', resolve).once('error', reject))
  return { status: response.statusCode ?? 0, cookie: response.headers['set-cookie']?.[0], body: JSON.parse(await text(response)) }
}

const ticket = (id: string) => ({ id, version: 1 })

/** A gateway that shares, before subgraphs whose answers can be held back. */
export async function createSharedWorld(environment: Record<string, string> = {}) {
  const sessions = new Map<string, Session>()
  const held: Held[] = []
  const calls: { readonly what: string; readonly caller: Caller }[] = []
  const state = { isHolding: false, notice: null as string | null, title: 'Metropolis', failing: false }

  function signIn(userId: string, sessionId: string, role: Session['role'] = 'CUSTOMER'): string {
    const token = `token-${sessionId}`
    sessions.set(token, { userId, sessionId, role, expiresAt: '2999-01-01T00:00:00.000Z' })
    return token
  }

  async function answer<T>(what: string, { caller }: FakeContext, value: () => T): Promise<T> {
    calls.push({ what, caller })
    if (state.isHolding) await new Promise<void>((letGo) => held.push({ what, caller, letGo }))
    if (state.failing) throw new Error('broken on purpose')
    return value()
  }

  const gateway = await startTestGateway({
    environment: { GATEWAY_EXECUTOR: 'engine', SESSION_CACHE_MS: '1', READS_PER_SECOND: '1000000', ...environment },
    whoIs: (token) => sessions.get(token) ?? null,
    subgraphs: {
      auth: {
        resolvers: {
          Query: {
            me: (_: unknown, __: unknown, context: FakeContext) => {
              if (state.notice !== null) context.setHeader('x-mov-ticket-session', state.notice)
              return answer('me', context, () => ({ id: context.caller.identity?.userId ?? 'nobody', name: stampOf(context.caller) }))
            },
          },
          Mutation: { signOut: (_: unknown, __: unknown, context: FakeContext) => answer('signOut', context, () => true) },
        },
      },
      tickets: {
        resolvers: {
          Query: {
            movie: (_: unknown, { id }: { id: string }, context: FakeContext) => answer(`movie ${id}`, context, () => ({ id, title: `${state.title} ${id}` })),
            screening: (_: unknown, { id }: { id: string }, context: FakeContext) => answer(`screening ${id}`, context, () => ({ id, version: 1, tickets: [ticket(`${id}-1`), ticket(`${id}-2`)] })),
          },
          Ticket: { order: (_: unknown, __: unknown, { caller }: FakeContext) => ({ id: stampOf(caller) }) },
        },
      },
      orders: { resolvers: { Query: { order: (_: unknown, { id }: { id: string }, context: FakeContext) => answer(`order ${id}`, context, () => ({ id: stampOf(context.caller), version: 1 })) } } },
    },
  })

  /** Resolves when the request is on its way. */
  async function send(query: string, { token, headers = {}, variables = {} }: { token?: string | undefined; headers?: Record<string, string>; variables?: Record<string, unknown> } = {}): Promise<Asking> {
    const asked = request(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }), ...headers },
    })
    const answered = answerTo(asked)
    answered.catch(() => {})
    await new Promise<void>((sent) => asked.end(JSON.stringify({ query, variables }), sent))
    return { answer: answered, leave: () => void asked.destroy() }
  }

  let marker = 0
  /** When the gateway has looked at all that was sent before: it then asks for this. */
  async function untilSeen(): Promise<void> {
    marker += 1
    const what = `movie marker-${marker}`
    await send(`{ movie(id: "marker-${marker}") { id } }`)
    await vi.waitUntil(() => calls.some((call) => call.what === what), 10_000)
  }
  return {
    gateway, sessions, calls, held, state, signIn, send, untilSeen,
    count: (what: string) => calls.filter((call) => call.what === what).length,
    ask: async (...given: Parameters<typeof send>) => (await send(...given)).answer,
    hold: () => void (state.isHolding = true),
    letGo() {
      state.isHolding = false
      for (const { letGo } of held.splice(0)) letGo()
    },
    forget() {
      calls.splice(0)
      Object.assign(state, { isHolding: false, notice: null, title: 'Metropolis', failing: false })
    },
    async revoke(token: string) {
      const session = sessions.get(token)
      sessions.delete(token)
      if (session === undefined) return
      const { userId, sessionId } = session
      await gateway.broker.publish(createEvent('session.revoked', { userId, sessionIds: [sessionId] }, { aggregateId: userId, aggregateVersion: 1, now: new Date() }))
    },
    stop: () => gateway.stop(),
  }
}

export type SharedWorld = Awaited<ReturnType<typeof createSharedWorld>>
