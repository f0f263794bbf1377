import { currentCorrelation } from '@mov-ticket/service-kit'
import type { ConfirmChannel, ConsumeMessage } from 'amqplib'
import { z } from 'zod'
import type { Link } from './link.js'
import { BrokerUnavailable, QuestionFailed, QuestionTimedOut } from './messaging-errors.js'
import { questionDefinitions } from './rpc-contracts.js'
import type { QuestionName, RequestOf, ResponseOf } from './rpc-contracts.js'
import type { Topology } from './topology.js'

const REPLY_TO = 'amq.rabbitmq.reply-to'
const OPEN_AT_MOST = 10_000

/** What comes back: an answer, or why there is none. */
export const reply = z.union([z.object({ answer: z.json() }), z.object({ failure: z.string() })])
export type Reply = z.infer<typeof reply>

export interface RpcClient {
  /** Rejects with BrokerUnavailable at once where there is no broker, with QuestionTimedOut or QuestionFailed otherwise. */
  ask<Q extends QuestionName>(question: Q, request: RequestOf<Q>, options: { timeoutMs: number }): Promise<ResponseOf<Q>>
  /** Whether questions can be asked now. */
  isOpen(): boolean
}

interface OpenQuestion {
  answered(content: Buffer): void
  failed(error: Error): void
}

/** Direct reply-to (https://www.rabbitmq.com/docs/direct-reply-to): question and answer take the same channel. */
export function createRpcClient({ link, topology }: { link: Link; topology: Topology }): RpcClient {
  const open = new Map<string, OpenQuestion>()
  let asked = 0

  const lasting = link.keepChannelOpen({
    name: 'ask',
    setup: async (channel) => {
      channel.on('return', (message) => failed(message.properties.correlationId, 'No queue takes the question.'))
      channel.on('close', () => {
        for (const id of open.keys()) failed(id, 'The link was lost before the answer.')
      })
      await channel.consume(REPLY_TO, (message) => message && answered(message), { noAck: true })
    },
  })

  function failed(id: unknown, reason: string): void {
    open.get(String(id))?.failed(new BrokerUnavailable(reason))
  }

  function answered({ content, properties }: ConsumeMessage): void {
    open.get(String(properties.correlationId))?.answered(content)
  }

  return {
    isOpen: () => lasting.current() !== undefined,
    ask(question, request, { timeoutMs }) {
      const channel = lasting.current()
      if (channel === undefined) return Promise.reject(new BrokerUnavailable(`There is no broker to ask ${question}.`))
      if (open.size >= OPEN_AT_MOST) return Promise.reject(new BrokerUnavailable(`${open.size} questions are open already.`))
      const id = String(asked++)
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => end(() => reject(new QuestionTimedOut(question, timeoutMs))), timeoutMs)
        const end = (settle: () => void) => {
          clearTimeout(timer)
          open.delete(id)
          settle()
        }
        open.set(id, {
          failed: (error) => end(() => reject(error)),
          answered: (content) => end(() => {
            const result = read(question, content)
            if (result instanceof Error) reject(result)
            else resolve(result.answer)
          }),
        })
        try {
          send(channel, topology.questionQueue(question), request, { id, timeoutMs })
        } catch (cause) {
          end(() => reject(new BrokerUnavailable(`${question} could not be asked.`, { cause })))
        }
      })
    },
  }
}

function send(channel: ConfirmChannel, queue: string, request: unknown, { id, timeoutMs }: { id: string; timeoutMs: number }) {
  const correlation = currentCorrelation()
  channel.sendToQueue(queue, Buffer.from(JSON.stringify(request)), {
    correlationId: id,
    replyTo: REPLY_TO,
    mandatory: true,
    persistent: false,
    contentType: 'application/json',
    // Nobody waits for the answer any longer than this, so nobody need work for it.
    expiration: timeoutMs,
    headers: { correlation: correlation?.correlationId, traceparent: correlation?.traceparent },
  })
}

function read<Q extends QuestionName>(question: Q, content: Buffer): { answer: ResponseOf<Q> } | QuestionFailed {
  try {
    const message = reply.parse(JSON.parse(content.toString()))
    if ('failure' in message) return new QuestionFailed(question, message.failure)
    return { answer: questionDefinitions[question].response.parse(message.answer) }
  } catch (error) {
    return new QuestionFailed(question, `the answer breaks the contract: ${String(error)}`)
  }
}
