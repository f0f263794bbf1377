import { Pool } from 'undici'

/** Asks the graph at little cost to the machine that is measured: over kept-alive connections, and no more. */
export interface Graph {
  ask<T>(query: string, variables: Record<string, unknown>, token?: string): Promise<T>
  /** The body as it came. */
  send(body: string, token: string): Promise<string>
  close(): Promise<void>
}

export function connectGraph(url: string, connections: number): Graph {
  const { origin, pathname } = new URL(url)
  const pool = new Pool(origin, { connections, pipelining: 1 })

  async function send(body: string, token?: string): Promise<string> {
    const headers = {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    }
    const response = await pool.request({ path: pathname, method: 'POST', headers, body })
    return response.body.text()
  }

  async function ask<T>(query: string, variables: Record<string, unknown>, token?: string): Promise<T> {
    const text = await send(JSON.stringify({ query, variables }), token)
    const { data, errors }: { data: T; errors?: { message: string }[] } = JSON.parse(text)
    if (errors?.[0] !== undefined) throw new Error(errors[0].message)
    return data
  }

  return { ask, send, close: async () => pool.close() }
}
