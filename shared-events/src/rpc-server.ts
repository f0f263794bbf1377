import { randomUUID } from 'node:crypto'
import type { ConfirmChannel, ConsumeMessage } from 'amqplib'
import { withCorrelation } from '@mov-ticket/service-kit'
import type { Logger } from '@mov-ticket/service-kit'
import { z } from 'zod'
import type { Link } from './link.js'
import type { Reply } from './rpc-client.js'
import { questionDefinitions } from './rpc-contracts.js'
import type { QuestionName, RequestOf, ResponseOf } from './rpc-contracts.js'
import type { Topology } from './topology.js'

/** Questions that are worked on at the same time; the others wait in the queue until they expire. */
const CONCURRENCY = 256

export interface RpcServerOptions<Q extends QuestionName> {
  readonly link: Link
  readonly topology: Topology
  readonly question: Q
  readonly handler: (request: RequestOf<Q>) => Promise<ResponseOf<Q>>
  readonly logger: Logger
}

/** Answers until stopped. What the handler throws is logged here; who asked learns only that it failed. */
export async function answerQuestions<Q extends QuestionName>(options: RpcServerOptions<Q>): Promise<{ stop(): Promise<void> }> {
  const { link, topology, question, handler, logger } = options
  const requestSchema = questionDefinitions[question].request

  const lasting = link.keepChannelOpen({
    name: `answer ${question}`,
    setup: async (channel) => {
      await channel.prefetch(CONCURRENCY)
      await channel.consume(topology.questionQueue(question), (message) => {
        if (message === null) void channel.close().catch(() => undefined)
        else void respond(channel, message)
      })
    },
  })

  async function respond(channel: ConfirmChannel, message: ConsumeMessage): Promise<void> {
    const { replyTo, correlationId } = message.properties
    const reply = await answer(message)
    try {
      if (typeof replyTo === 'string') {
        channel.sendToQueue(replyTo, Buffer.from(JSON.stringify(reply)), { correlationId, persistent: false })
      }
      channel.ack(message)
    } catch {
      logger.debug({ question }, 'the channel was lost before an answer: the question comes again, unless it has expired')
    }
  }

  async function answer(message: ConsumeMessage): Promise<Reply> {
    const request = readRequest(message.content)
    if (!request.success) return { failure: `The question breaks the contract: ${z.prettifyError(request.error)}` }
    const { correlation, traceparent } = message.properties.headers ?? {}
    const context = {
      correlationId: typeof correlation === 'string' ? correlation : randomUUID(),
      causationId: null,
      traceparent: typeof traceparent === 'string' ? traceparent : null,
    }
    return withCorrelation(context, async () => {
      try {
        return { answer: await handler(request.data) }
      } catch (err) {
        logger.error({ err, question }, 'could not answer')
        return { failure: 'It could not be answered.' }
      }
    })
  }

  function readRequest(content: Buffer) {
    try {
      return requestSchema.safeParse(JSON.parse(content.toString()))
    } catch {
      return requestSchema.safeParse(undefined)
    }
  }

  await lasting.whenOpen()
  return { stop: () => lasting.close() }
}
