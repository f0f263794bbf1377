import type { ConfirmChannel, Options } from 'amqplib'
import type { Logger } from '@mov-ticket/service-kit'
import type { Link } from './link.js'
import { BrokerUnavailable, PublishTimedOut, Unroutable } from './messaging-errors.js'

/** More than this is not held in memory, whatever the broker does: whoever publishes has it in an outbox. */
const IN_FLIGHT_AT_MOST = 10_000
const NUMBER_HEADER = 'publication'

export interface Message {
  /** For errors, such as `seats.locked`. */
  readonly what: string
  readonly exchange: string
  readonly routingKey: string
  readonly content: Buffer
  readonly headers?: Readonly<Record<string, string | number>>
  readonly properties?: Options.Publish
  /** True where it is a failure when no queue takes it. */
  readonly mustBeRouted: boolean
}

export interface Publisher {
  /** Resolves when the broker has confirmed: the message is in its queues. Rejections leave open whether it arrived. */
  publish(message: Message): Promise<void>
  /** Resolves when nothing is in flight any more. */
  idle(): Promise<void>
}

interface Publication {
  readonly number: number
  readonly message: Message
  readonly settle: (error?: Error) => void
}

export function createPublisher({ link, timeoutMs, logger }: { link: Link; timeoutMs: number; logger: Logger }): Publisher {
  /** In order; they leave together when the channel opens. */
  const waiting = new Set<Publication>()
  const returned = new Set<number>()
  /** Counts until the channel has answered or is gone, not until the caller has lost patience. */
  let inFlight = 0
  let published = 0
  let whenIdle: (() => void)[] = []

  const channel = link.keepChannelOpen({
    name: 'publish',
    setup: async (opened) => {
      // A returned message comes before its own confirm.
      opened.on('return', (message) => returned.add(Number(message.properties.headers?.[NUMBER_HEADER])))
    },
    opened: (opened) => {
      for (const publication of takeAll(waiting)) send(opened, publication)
    },
  })

  function send(on: ConfirmChannel, publication: Publication): void {
    const { number, message } = publication
    const options = {
      persistent: true,
      contentType: 'application/json',
      ...message.properties,
      mandatory: message.mustBeRouted,
      headers: { ...message.headers, [NUMBER_HEADER]: number },
    }
    try {
      on.publish(message.exchange, message.routingKey, message.content, options, (error: unknown) => {
        left()
        if (returned.delete(number)) publication.settle(new Unroutable(message.what))
        else if (error) publication.settle(new BrokerUnavailable(`${message.what} was not confirmed.`, { cause: error }))
        else publication.settle()
      })
    } catch (error) {
      // The channel is closing: the next one takes it, if that is there in time.
      logger.debug({ err: error, what: message.what }, 'the channel closed before a publish')
      waiting.add(publication)
    }
  }

  function left(): void {
    if (--inFlight > 0) return
    for (const resolve of whenIdle.splice(0)) resolve()
  }

  return {
    publish(message) {
      if (inFlight >= IN_FLIGHT_AT_MOST) {
        return Promise.reject(new BrokerUnavailable(`${message.what} is not published: ${inFlight} messages wait already.`))
      }
      inFlight++
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          if (waiting.delete(publication)) left()
          reject(new PublishTimedOut(message.what, timeoutMs))
        }, timeoutMs)
        const publication: Publication = {
          number: published++,
          message,
          settle(error) {
            clearTimeout(timer)
            if (error === undefined) resolve()
            else reject(error)
          },
        }
        const open = channel.current()
        if (open === undefined) waiting.add(publication)
        else send(open, publication)
      })
    },
    idle() {
      if (inFlight === 0) return Promise.resolve()
      return new Promise((resolve) => whenIdle.push(resolve))
    },
  }
}

/** Emptied first: what can't be sent is put back. */
function takeAll<T>(set: Set<T>): T[] {
  const all = [...set]
  set.clear()
  return all
}
