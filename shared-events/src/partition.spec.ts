import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { PARTITIONS, partitionOf } from './partition.js'

test('A screening belongs to the same partition for ever', () => {
  expect(['a', 'foobar', '6fd8f5d5-2c31-4d3a-9f04-0f6b2b3f2f4c'].map(partitionOf)).toEqual([4, 0, 1])
})

test('Screenings spread over all partitions', () => {
  const counts = new Map<number, number>()
  for (let index = 0; index < 8_000; index++) {
    const partition = partitionOf(randomUUID())
    counts.set(partition, (counts.get(partition) ?? 0) + 1)
  }
  expect(counts.size).toBe(PARTITIONS)
  for (const count of counts.values()) expect(count).toBeGreaterThan(800)
})
