import type { Db } from 'mongodb'
import { keepInFlight } from './in-flight.js'

const inFlight = 32
const updates = 4_000

/**
 * The engine's own pace at what each step of a booking comes down to: one small document, changed if it still has the
 * version that was read, acknowledged when durable. Updates per second, 32 in flight, each on a document of its own.
 */
export async function measureRawUpdates(db: Db): Promise<number> {
  const documents = db.collection<{ _id: number; version: number }>('raw_updates', {
    writeConcern: { w: 'majority', journal: true },
  })
  await documents.deleteMany({})
  await documents.insertMany(Array.from({ length: inFlight }, (_, index) => ({ _id: index, version: 0 })))
  const versions = Array.from({ length: inFlight }, () => 0)
  const free = versions.map((_, index) => index)

  const { tookMs } = await keepInFlight(inFlight, updates, async () => {
    const _id = free.pop() ?? 0
    const version = versions[_id] ?? 0
    const { matchedCount } = await documents.updateOne({ _id, version }, { $set: { version: version + 1 } })
    if (matchedCount !== 1) throw new Error(`update of version ${version} matched nothing`)
    versions[_id] = version + 1
    free.push(_id)
  })
  await documents.drop()
  return updates / (tookMs / 1_000)
}
