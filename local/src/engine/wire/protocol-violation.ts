/** The peer does not speak the wire protocol; the connection is closed. */
export class ProtocolViolation extends Error {
  override readonly name = 'ProtocolViolation'
}
