import type { IncomingMessage } from 'node:http'

/** A request that is refused before anything is executed. */
export class RefusedRequest extends Error {
  override readonly name = 'RefusedRequest'
  constructor(
    readonly status: 400 | 413,
    message: string,
  ) {
    super(message)
  }
}

const MAX_BODY_BYTES = 1_048_576

/** The parsed body of at most 1 MB; a bigger one is refused as soon as that is known, without reading on. */
export async function readJsonBody(request: IncomingMessage): Promise<unknown> {
  const tooBig = new RefusedRequest(413, `A request has at most ${MAX_BODY_BYTES} bytes.`)
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) throw tooBig
  const chunks: Buffer[] = []
  let size = 0
  // `destroyOnReturn: false`, so that the refusal can still be written to the socket.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_BODY_BYTES) throw tooBig
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString())
  } catch {
    throw new RefusedRequest(400, 'The body must be JSON.')
  }
}
