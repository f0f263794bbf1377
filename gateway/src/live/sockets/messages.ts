/** What a client may say in graphql-transport-ws. */
export type ClientMessage =
  | { readonly type: 'connection_init'; readonly payload: Readonly<Record<string, unknown>> }
  | { readonly type: 'ping' | 'pong'; readonly payload: unknown }
  | { readonly type: 'subscribe'; readonly id: string; readonly payload: unknown }
  | { readonly type: 'complete'; readonly id: string }

const MAX_ID_LENGTH = 100

/** Null where it is none. */
export function parseMessage(text: string): ClientMessage | null {
  let message: unknown
  try {
    message = JSON.parse(text)
  } catch {
    return null
  }
  if (!isRecord(message)) return null
  const { type, id, payload } = message
  if (type === 'ping' || type === 'pong') return { type, payload }
  if (type === 'connection_init') return payload == null || isRecord(payload) ? { type, payload: payload ?? {} } : null
  if (typeof id !== 'string' || id === '' || id.length > MAX_ID_LENGTH) return null
  if (type === 'subscribe') return { type, id, payload }
  return type === 'complete' ? { type, id } : null
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
