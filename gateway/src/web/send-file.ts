import type { IncomingMessage, ServerResponse } from 'node:http'
import { accepted } from '../http/accepted.js'
import type { Encoding, WebFile } from './web-files.js'

/** Hashed names are kept for ever; the others are asked for each time, and mostly told that nothing changed. */
export function sendFile(request: IncomingMessage, response: ServerResponse, file: WebFile): void {
  const encoding = encodingFor(request, file)
  const etag = encoding === null ? file.etag : `${file.etag.slice(0, -1)}-${encoding}"`
  const headers = {
    etag,
    'cache-control': file.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'Accept-Encoding',
  }
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end()
    return
  }
  const body = encoding === null ? file.content : (file.encoded[encoding] ?? file.content)
  response.writeHead(200, {
    ...headers,
    'content-type': file.type,
    'content-length': body.length,
    ...(encoding !== null && { 'content-encoding': encoding }),
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

function encodingFor({ headers }: IncomingMessage, { encoded }: WebFile): Encoding | null {
  const names = accepted(headers['accept-encoding'] ?? '')
  return (['br', 'gzip'] as const).find((encoding) => names.includes(encoding) && encoded[encoding] !== undefined) ?? null
}
