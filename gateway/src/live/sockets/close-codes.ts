/**
 * Why we close a WebSocket. Up to 4409 and 4429: as the graphql-transport-ws protocol says
 * (https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md). docs/live.md says after which of them clients come again.
 */
export const closeCodes = {
  goingAway: [1001, 'Going away'],
  badRequest: [4400, 'Invalid message received'],
  unauthorized: [4401, 'Unauthorized'],
  subprotocolNotAcceptable: [4406, 'Subprotocol not acceptable'],
  initialisationTimeout: [4408, 'Connection initialisation timeout'],
  tooManyInitialisations: [4429, 'Too many initialisation requests'],
  sessionEnded: [4410, 'Session ended'],
  fellBehind: [4413, 'Fell behind'],
  tooManyMessages: [4420, 'Too many messages'],
  tooManyConnections: [4421, 'Too many connections of this user'],
  internalError: [4500, 'Internal server error'],
  unavailable: [4503, 'Unavailable'],
} as const satisfies Record<string, readonly [code: number, reason: string]>

export type CloseReason = readonly [code: number, reason: string]

const MAX_REASON_BYTES = 123

/** The id is the client's own, so it stands in the reason as the protocol has it, where there is room for it. */
export function subscriberExists(id: string): readonly [4409, string] {
  const reason = `Subscriber for ${id} already exists`
  return [4409, Buffer.byteLength(reason) > MAX_REASON_BYTES ? 'Subscriber already exists' : reason]
}
