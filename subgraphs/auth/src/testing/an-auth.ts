import { randomUUID } from 'node:crypto'
import { IDENTITY_HEADER, SESSION_HEADER, connectMongo, createLogger, signCaller, waitFor } from '@mov-ticket/service-kit'
import type { Identity, SessionNotice } from '@mov-ticket/service-kit'
import { connectBroker, connectRedis, startFaultProxy } from '@mov-ticket/shared-events'
import type { EventOf, FaultProxy } from '@mov-ticket/shared-events'
import { onTestFinished } from 'vitest'
import { answerWhoIsThis } from '../answer-who-is-this.js'
import { createAuth } from '../create-auth.js'
import type { Auth, AuthSettings } from '../create-auth.js'
import { serveGraph } from '../serve-graph.js'
import { removeNamespace, services, testNamespace } from './backing-services.js'
import type { SessionRef } from '../sessions/sessions.js'

export interface Answer {
  // oxlint-disable-next-line typescript/no-explicit-any -- what tests look at, whatever they asked for
  readonly data: any
  readonly errors: readonly { readonly message: string; readonly path?: readonly string[]; readonly extensions: Record<string, unknown> }[]
  readonly notice: SessionNotice | null
}

export interface Sender {
  readonly token?: string
  readonly address?: string
  readonly userAgent?: string
  /** Instead of what the token stands for: a gateway that does not know better yet. */
  readonly identity?: Identity
}

/** A real auth on real services, and the part of a gateway that it needs. */
export interface TestAuth {
  readonly namespace: string
  readonly auth: Auth
  readonly redisLink: FaultProxy
  readonly rabbitLink: FaultProxy
  readonly revoked: EventOf<'session.revoked'>[]
  send(document: string, variables?: Record<string, unknown>, sender?: Sender): Promise<Answer>
  whoIs(token: string, slide?: boolean): ReturnType<ReturnType<typeof answerWhoIsThis>>
  /** The first step of a revocation, as a process leaves it behind that dies after it. */
  writeRevocation(intent: { userId: string; refs: readonly SessionRef[] }): Promise<void>
  /** Lets time pass for auth. */
  pass(ms: number): void
}

const secret = 'a secret that is long enough for specs'

const generous: Omit<AuthSettings, 'namespace'> = {
  sessionDays: 7, sessionMaxDays: 30, maxSessions: 50, signUpsPerMinute: 1_000, signInsPerMinute: 1_000, hashingQueue: 400,
}

export async function anAuth(settings: Partial<AuthSettings> = {}): Promise<TestAuth> {
  const namespace = settings.namespace ?? testNamespace()
  const logger = createLogger({ service: 'spec', level: process.env.LOG_LEVEL ?? 'silent' })
  let ahead = 0
  const clock = () => new Date(Date.now() + ahead)

  const redisLink = await startFaultProxy(services.REDIS_URL)
  const rabbitLink = await startFaultProxy(services.RABBITMQ_URL)
  const redis = connectRedis({ url: redisLink.url, name: `${namespace}:auth`, logger })
  const mongo = await connectMongo({ url: services.MONGODB_URL, database: `${namespace}-auth`, logger, poolSize: 10 })
  await waitFor('Redis', () => redis.ping(), logger)
  const broker = connectBroker({ url: rabbitLink.url, namespace, service: 'auth', logger, publishTimeoutMs: 1_000 })
  const auth = await createAuth({
    mongo, redis, clock, logger, publish: (event) => broker.publish(event), settings: { ...generous, namespace, ...settings },
  })
  const graph = await serveGraph({ auth, mongo, broker, host: '127.0.0.1', port: 0, secret, logger })
  await broker.answer('auth.who-is-this', answerWhoIsThis(auth.sessions))

  const gateway = connectBroker({ url: services.RABBITMQ_URL, namespace, service: 'gateway', logger })
  const revoked: EventOf<'session.revoked'>[] = []
  await gateway.subscribeExclusively(['session.revoked'], { 'session.revoked': async (event) => void revoked.push(event) })
  await waitFor('RabbitMQ', () => gateway.ready(), logger)
  const whoIs = (token: string, slide = false) => gateway.ask('auth.who-is-this', { token, slide }, { timeoutMs: 5_000 })

  onTestFinished(async () => {
    await graph.stop()
    await Promise.all([gateway.stop(), broker.stop()])
    redis.disconnect()
    await mongo.dropDatabase()
    await mongo.close()
    await Promise.all([redisLink.close(), rabbitLink.close()])
    await removeNamespace(namespace)
  })

  async function send(document: string, variables: Record<string, unknown> = {}, sender: Sender = {}): Promise<Answer> {
    const { token, address = '192.0.2.1', userAgent = 'spec' } = sender
    const identity = sender.identity ?? (token === undefined ? null : await whoIs(token, true))
    const caller = signCaller({ identity, address, userAgent }, { secret, audience: 'auth', now: new Date() })
    const response = await fetch(`http://127.0.0.1:${graph.port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [IDENTITY_HEADER]: caller },
      body: JSON.stringify({ query: document, variables }),
    })
    const { data = null, errors = [] }: Partial<Answer> = JSON.parse(await response.text())
    const notice = response.headers.get(SESSION_HEADER)
    return { data, errors, notice: notice === null ? null : JSON.parse(notice) }
  }

  return {
    namespace, auth, redisLink, rabbitLink, revoked, send, whoIs,
    writeRevocation: async (intent) => void (await redis.hset(`${namespace}:revocations`, randomUUID(), JSON.stringify(intent))),
    pass: (ms) => void (ahead += ms),
  }
}
