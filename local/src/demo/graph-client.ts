import { setTimeout as delay } from 'node:timers/promises'

export type Ask = <T>(query: string, variables?: Record<string, unknown>) => Promise<T>

interface Answer<T> {
  readonly data: T
  readonly errors?: readonly { message: string; extensions?: { code?: string; retryAfterSeconds?: number } }[]
}

/** Asks the graph as whoever holds `token`; waits where it is asked to (`RATE_LIMITED`), throws every other error. */
export function graphClient(url: string, token?: string): Ask {
  return async <T>(query: string, variables: Record<string, unknown> = {}): Promise<T> => {
    for (;;) {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify({ query, variables }),
      })
      const { data, errors } = await answerOf<T>(response)
      const error = errors?.[0]
      if (error === undefined) return data
      if (error.extensions?.code !== 'RATE_LIMITED') {
        throw new Error(`the graph answered ${error.extensions?.code ?? response.status}: ${error.message}`)
      }
      await delay((error.extensions.retryAfterSeconds ?? 1) * 1000)
    }
  }
}

async function answerOf<T>(response: Response): Promise<Answer<T>> {
  const text = await response.text()
  try {
    const answer: Answer<T> = JSON.parse(text)
    return answer
  } catch (error) {
    throw new Error(`the graph answered ${response.status} and no JSON: ${text.slice(0, 200)}`, { cause: error })
  }
}
