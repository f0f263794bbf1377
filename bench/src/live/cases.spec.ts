import { expect, test } from 'vitest'
import { comparedAt, viewsOfOurs } from './cases.js'
import { readLiveSettings } from './settings.js'

const settings = readLiveSettings({ BENCH_SOCKETS: '10,20', BENCH_SERVERS: 'ours,raw' })

test('servers take turns, so that what changes on the machine meets all of them', () => {
  const order = comparedAt(50, settings).map(({ sockets, server }) => `${sockets} ${server}`)

  expect(order).toEqual(['10 ours', '10 raw', '20 ours', '20 raw'])
})

test('each view of the gateway stands beside the plain case with as many sockets', () => {
  const views = viewsOfOurs(readLiveSettings({}))
  const plain = views.filter((view) => view.ids === 'same' && view.groups === 1 && view.privateSockets === 0)

  expect(plain.map(({ sockets }) => sockets)).toEqual([5_000, 1_000])
  expect(new Set(views.map(({ sockets }) => sockets))).toEqual(new Set([5_000, 1_000]))
  expect(viewsOfOurs({ ...settings, servers: ['raw'] })).toEqual([])
})
