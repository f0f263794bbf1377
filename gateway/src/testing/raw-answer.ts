import { request } from 'node:http'

export interface RawAnswer {
  readonly status: number
  /** Names and values in the order in which they came, but for those that differ from answer to answer. */
  readonly headers: readonly string[]
  readonly body: string
}

export interface RawRequest {
  readonly method?: string
  /** Default: `/graphql`. */
  readonly path?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

const different: ReadonlySet<string> = new Set(['date', 'x-correlation-id'])

/** An answer as it comes over the wire. */
export function askRaw(url: string, { method = 'POST', path = '/graphql', headers = {}, body }: RawRequest): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const asked = request(url + path, { method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const kept: string[] = []
        const { rawHeaders } = response
        for (let index = 0; index < rawHeaders.length; index += 2) {
          const name = rawHeaders[index] ?? ''
          if (!different.has(name.toLowerCase())) kept.push(`${name}: ${rawHeaders[index + 1] ?? ''}`)
        }
        resolve({ status: response.statusCode ?? 0, headers: kept, body: Buffer.concat(chunks).toString() })
      })
    })
    asked.on('error', reject)
    asked.end(body)
  })
}
