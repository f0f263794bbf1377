import { describe, expect, test } from 'vitest'
import { createUpdate } from './update.js'

const json = JSON.stringify({ data: { seats: { note: 'ünï·☂' } } })

describe('an update', () => {
  test('is encoded once for all that use the same id', () => {
    const update = createUpdate(json)
    expect(update.frame('map')).toBe(update.frame('map'))
    expect(update.event()).toBe(update.event())
  })

  test('has frames of its own for other ids', () => {
    const update = createUpdate(json)
    expect(update.frame('a').toString()).toContain('"id":"a"')
    expect(update.frame('b').toString()).toContain('"id":"b"')
  })

  test('keeps the frame that most use, however many ids are used once', () => {
    const update = createUpdate(json)
    for (let id = 0; id < 1_000; id += 1) update.frame(`unique ${id}`)
    expect(update.frame('map')).toBe(update.frame('map'))
  })

  test('is a server-sent event of one line', () => {
    expect(createUpdate(json).event().toString()).toBe(`event: next\ndata: ${json}\n\n`)
  })
})
