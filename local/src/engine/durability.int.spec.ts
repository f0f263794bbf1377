import { once } from 'node:events'
import mongoose from 'mongoose'
import { expect, test } from 'vitest'
import { startTestEngine } from './compat/test-engine.js'

const WRITERS = 8
const CRASHES = 3
const ACKNOWLEDGED_BETWEEN_CRASHES = 200

test('what was acknowledged survives kill -9 of the database, three times in a row', async () => {
  const engine = await startTestEngine()
  const connection = await mongoose.createConnection(engine.url, { dbName: 'durability' }).asPromise()
  const writes = connection.collection<{ _id: number }>('writes')
  const acknowledged = new Set<number>()
  const progress = new EventTarget()
  const over = new AbortController()
  let next = 0

  /** A failed write may have been done or not; it counts as nothing. */
  const write = async () => {
    while (!over.signal.aborted) {
      const _id = next++
      await writes.insertOne({ _id }).then(
        () => acknowledged.add(_id) && progress.dispatchEvent(new Event('acknowledged')),
        () => undefined,
      )
    }
  }
  const untilAcknowledged = async (count: number) => {
    while (acknowledged.size < count) await once(progress, 'acknowledged')
  }

  try {
    const writers = Array.from({ length: WRITERS }, write)
    for (let crash = 1; crash <= CRASHES; crash++) {
      await untilAcknowledged(acknowledged.size + ACKNOWLEDGED_BETWEEN_CRASHES)
      engine.process?.kill('SIGKILL')
      await engine.process?.restart()
    }
    await untilAcknowledged(acknowledged.size + ACKNOWLEDGED_BETWEEN_CRASHES)
    over.abort()
    await Promise.all(writers)

    const kept = new Set((await writes.find().toArray()).map(({ _id }) => _id))
    expect([...acknowledged].filter((id) => !kept.has(id))).toEqual([])
  } finally {
    over.abort()
    await connection.close()
    await engine.stop()
  }
}, 120_000)
