import { anything, array, assert, asyncProperty, base64String, constant, constantFrom, nat, oneof, record, string, uint8Array } from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestGateway } from '../../testing/test-gateway.js'
import type { TestGateway } from '../../testing/test-gateway.js'
import { createBoxOffice } from '../testing/box-office.js'
import type { BoxOffice } from '../testing/box-office.js'
import { clientFrame, rawUpgrade } from '../testing/raw-upgrade.js'

let office: BoxOffice
let gateway: TestGateway

beforeAll(async () => {
  office = await createBoxOffice()
  gateway = await startTestGateway({ ...office, environment: { READS_PER_SECOND: '1000000' } })
})
afterAll(() => gateway.stop())

const query = constantFrom(
  'subscription { seatMapChanged(screeningId: "s1") { version } }', 'subscription { seatMapChanged(screeningId: "s1") { viewer } }',
  'subscription ($id: ID!) { orderChanged(id: $id) { id } }', '{ movie(id: "m1") { title } }', 'mutation { signOutEverywhere }', '{', '',
)
const id = oneof(constantFrom('1', '2', '__proto__'), string({ maxLength: 110 }))
const sensible = oneof(
  record({ type: constant('subscribe'), id, payload: record({ query, variables: oneof(constant({ id: 's1' }), anything()) }) }),
  record({ type: constant('complete'), id }),
  record({ type: constantFrom('ping', 'pong'), payload: oneof(constant(undefined), anything()) }),
)
const message = oneof({ weight: 6, arbitrary: sensible }, record({ type: constantFrom('connection_init', 'subscribe', 'next', 'toString'), id, payload: anything() }), anything())
const frame = oneof(
  { weight: 8, arbitrary: message.map((given) => clientFrame(0x81, textOf(given))) },
  record({ first: nat(255), payload: base64String({ maxLength: 300 }) }).map(({ first, payload }) => clientFrame(first, payload)),
  uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
)

/** JSON as far as it can be. */
function textOf(given: unknown): string {
  try {
    return JSON.stringify(given) ?? ''
  } catch {
    return String(given)
  }
}

it('whatever a client sends, in whatever order, and whenever it leaves: nobody else notices, and nothing is left', async () => {
  const ends = constantFrom('end', 'destroy', 'reset', 'close')
  await assert(
    asyncProperty(array(frame, { maxLength: 12 }), ends, constantFrom(true, true, false), async (sent, end, isInitialised) => {
      const { tcp } = await rawUpgrade(gateway.url)
      tcp.resume()
      if (isInitialised) tcp.write(clientFrame(0x81, '{"type":"connection_init"}'))
      for (const [index, bytes] of sent.entries()) {
        if (index % 3 === 0) await gateway.post({ query: '{ movie(id: "m1") { title } }' })
        if (index % 4 === 0) office.change(gateway)
        tcp.write(bytes)
      }
      if (end === 'end') tcp.end()
      else if (end === 'destroy') tcp.destroy()
      else if (end === 'reset') tcp.resetAndDestroy()
      else tcp.end(clientFrame(0x88))
    }),
    { numRuns: 300, endOnFailure: true },
  )
  await expect.poll(() => [gateway.live.sockets.size, gateway.live.feed.size], { timeout: 10_000 }).toEqual([0, { channels: 0, groups: 0 }])
  expect((await gateway.post({ query: '{ movie(id: "m1") { title } }' })).status).toBe(200)
}, 60_000)
