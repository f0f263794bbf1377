/** What watchers ask for. The load generator finds times by the order of these fields: see load-generator/update.h. */

/** The load generator puts its numbers in place of these. */
const socketNumber = '@SOCKET@'
const groupNumber = '@GROUP@'

const ticket = 'id status version lockedUntil'
const update = `version full tickets { ${ticket} }`
const publicDocument = `subscription ($id: ID!) { seatMapChanged(screeningId: $id) { ${update} } }`
const groupedDocument = publicDocument.replace('full', `full group${groupNumber}: full`)
const privateDocument = publicDocument.replace(ticket, `order { id } ${ticket}`)

export interface Audience {
  readonly ids: 'same' | 'distinct'
  readonly groups: number
  readonly isPrivate: boolean
}

/** The message that each socket subscribes with. */
export function subscribeMessage(screeningId: string, { ids, groups, isPrivate }: Audience): string {
  const query = isPrivate ? privateDocument : groups > 1 ? groupedDocument : publicDocument
  const id = ids === 'same' ? '1' : `00000000-0000-4000-8000-${socketNumber}`
  return JSON.stringify({ id, type: 'subscribe', payload: { query, variables: { id: screeningId } } })
}

/** A line of the request for the upgrade. */
export function credentialHeader({ isPrivate }: Audience): string {
  return isPrivate ? `Authorization: Bearer ${viewerToken(socketNumber)}` : ''
}

export const viewerToken = (number: number | string): string => `viewer-${number}`
