import { beforeEach, expect, it } from 'vitest'
import { anOperation } from '../testing/an-operation.js'
import { scriptedTransport } from '../testing/scripted-transport.js'
import type { ScriptedTransport } from '../testing/scripted-transport.js'
import { createFallback } from './fallback.js'
import type { Fallback } from './fallback.js'
import type { Subscription } from './transport.js'

const nothing = () => undefined
const subscription: Subscription = { operation: anOperation, variables: {}, id: 'map', next: nothing, lost: nothing, renewed: nothing, failed: nothing, completed: nothing }

let sockets: ScriptedTransport
let streams: ScriptedTransport
let fallback: Fallback
let now = 0
beforeEach(() => {
  sockets = scriptedTransport()
  streams = scriptedTransport()
  fallback = createFallback(sockets, streams, () => now)
})

function begin(): 'socket' | 'stream' {
  const before = streams.begun.length
  fallback.transport.start(subscription)
  return streams.begun.length > before ? 'stream' : 'socket'
}

it('is patient twice, and then takes streams for five minutes', () => {
  expect(begin()).toBe('socket')
  fallback.refused()
  expect(begin()).toBe('socket')
  fallback.refused()
  expect(begin()).toBe('stream')
  streams.latest().next({ data: {} })
  streams.latest().lost()
  expect(begin()).toBe('stream')
  now += 300_000
  expect(begin()).toBe('socket')
})

it('goes back to sockets where streams do not come through either', () => {
  fallback.refused()
  fallback.refused()
  expect(begin()).toBe('stream')
  streams.latest().lost()
  expect(begin()).toBe('socket')
})

it('is more patient with sockets that have been up: the graph restarts', () => {
  fallback.up()
  for (let count = 0; count < 5; count++) fallback.refused()
  expect(begin()).toBe('socket')
  fallback.refused()
  expect(begin()).toBe('stream')
})

it('takes streams where there are no sockets', () => {
  fallback = createFallback(null, streams)
  expect(begin()).toBe('stream')
})
