import type { IncomingMessage } from 'node:http'
import { badRequest } from './refusal.js'

const MAX_BODY_BYTES = 1_048_576

/**
 * The body of a POST, parsed where it is JSON; what else it may be is for Apollo Server to refuse. Of a body that is too
 * big the rest flows by unread once the refusal is written: a connection cut in the middle would take the answer with it.
 */
export async function readBody(request: IncomingMessage): Promise<unknown> {
  if (request.method !== 'POST') return undefined
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') throw badRequest(415, 'The body must not be compressed.')
  const text = await readText(request)
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) return text
  try {
    return JSON.parse(text)
  } catch {
    throw badRequest(400, 'The body is not JSON.')
  }
}

const tooBig = () => badRequest(413, `A request has at most ${MAX_BODY_BYTES} bytes.`)

function readText(request: IncomingMessage): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return Promise.reject(tooBig())
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= MAX_BODY_BYTES) chunks.push(chunk)
      else reject(tooBig())
    })
    request.on('end', () => resolve(Buffer.concat(chunks).toString()))
    request.on('error', reject)
    request.on('close', () => {
      if (!request.complete) reject(new Error('The client is gone.'))
    })
  })
}
