import { Pool } from 'undici'

/** Asks the graph at little cost to the machine that is measured: over kept-alive connections, and no more. */
export interface Graph {
  /** The body as it came. */
  send(body: string, token: string): Promise<string>
  close(): Promise<void>
}

export function connectGraph(url: string, connections: number): Graph {
  const { origin, pathname } = new URL(url)
  const pool = new Pool(origin, { connections, pipelining: 1 })

  async function send(body: string, token: string): Promise<string> {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
    const response = await pool.request({ path: pathname, method: 'POST', headers, body })
    return response.body.text()
  }

  return { send, close: async () => pool.close() }
}
