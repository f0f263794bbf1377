/** Commands to screenings are spread over this many queues. Changing it needs new queue names: see topology.ts. */
export const PARTITIONS = 8

/** Which partition a screening belongs to: FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), the same everywhere, for ever. */
export function partitionOf(screeningId: string): number {
  let hash = 0x811c9dc5
  for (const byte of Buffer.from(screeningId)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash % PARTITIONS
}
