import { BrokerUnavailable } from './messaging-errors.js'

/** As `work`; rejects with BrokerUnavailable when it has not ended after `ms`. */
export async function inTime<T>(ms: number, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new BrokerUnavailable(`RabbitMQ did not answer within ${ms} ms: ${what}.`)), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
