/**
 * A ticket is a seat at a screening. Its id is opaque to clients; tickets and orders make and take it apart here.
 * Screening ids hold no dot.
 */
export function ticketId(screeningId: string, seatLabel: string): string {
  return `${screeningId}.${Buffer.from(seatLabel).toString('base64url')}`
}

/** Null where the text can't be a ticket id. */
export function parseTicketId(id: string): { screeningId: string; seatLabel: string } | null {
  const dot = id.indexOf('.')
  if (dot < 1 || dot === id.length - 1) return null
  const screeningId = id.slice(0, dot)
  const seatLabel = Buffer.from(id.slice(dot + 1), 'base64url').toString()
  return ticketId(screeningId, seatLabel) === id ? { screeningId, seatLabel } : null
}
