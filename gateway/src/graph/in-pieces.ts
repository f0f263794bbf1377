/** Why an answer in several pieces is none. */
export function inPieces(): Error {
  return new Error('The graph has no @defer: it answers in one piece.')
}
