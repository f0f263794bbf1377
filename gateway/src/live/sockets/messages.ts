import { isRecord } from '../../is-record.js'

/** What a client may say in graphql-transport-ws. */
export type ClientMessage =
  | { readonly type: 'connection_init'; readonly payload: Readonly<Record<string, unknown>> }
  /** `pong`: the answer, as text. */
  | { readonly type: 'ping'; readonly pong: string }
  | { readonly type: 'pong' }
  | { readonly type: 'subscribe'; readonly id: string; readonly payload: Readonly<Record<string, unknown>> }
  | { readonly type: 'complete'; readonly id: string }

const MAX_ID_LENGTH = 100

/** Null where it is none. */
export function parseMessage(text: string): ClientMessage | null {
  try {
    return read(JSON.parse(text))
  } catch {
    // No JSON, or nested so deeply that it can't be written again.
    return null
  }
}

function read(message: unknown): ClientMessage | null {
  if (!isRecord(message)) return null
  const { type, id, payload } = message
  if (type === 'ping') return isRecordOrNothing(payload) ? { type, pong: JSON.stringify({ type: 'pong', payload }) } : null
  if (type === 'pong') return isRecordOrNothing(payload) ? { type } : null
  if (type === 'connection_init') return isRecordOrNothing(payload) ? { type, payload: payload ?? {} } : null
  if (typeof id !== 'string' || id === '' || id.length > MAX_ID_LENGTH) return null
  if (type === 'subscribe') return isRecord(payload) && isRequest(payload) ? { type, id, payload } : null
  return type === 'complete' ? { type, id } : null
}

/** Whether it has the shape of a request; what is wrong with the document itself is told to the subscription alone. */
function isRequest({ query, operationName, variables, extensions }: Record<string, unknown>): boolean {
  const isNamed = operationName == null || typeof operationName === 'string'
  return typeof query === 'string' && isNamed && isRecordOrNothing(variables) && isRecordOrNothing(extensions)
}

function isRecordOrNothing(value: unknown): value is Record<string, unknown> | null | undefined {
  return value == null || isRecord(value)
}
