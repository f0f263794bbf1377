import { describe, expect, it } from 'vitest'
import type { Caller } from './caller.js'
import { signCaller, verifyCaller } from './signed-caller.js'

const now = new Date('2030-01-01T00:00:00.000Z')
const later = (ms: number) => new Date(now.getTime() + ms)
const options = { secret: 's'.repeat(32), audience: 'orders', now }
const caller: Caller = {
  identity: { userId: 'u1', sessionId: 's1', role: 'ADMIN' },
  address: '2001:db8::1',
  userAgent: 'Mözilla/5.0',
}

describe('a signed caller', () => {
  it('is who was signed, also where nobody is signed in', () => {
    const nobody = { identity: null, address: '192.0.2.7', userAgent: null }
    expect(verifyCaller(signCaller(caller, options), options)).toEqual(caller)
    expect(verifyCaller(signCaller(nobody, options), options)).toEqual(nobody)
  })

  it('is good for 30 s, give or take the clocks', () => {
    const token = signCaller(caller, options)
    expect(verifyCaller(token, { ...options, now: later(34_999) })).toEqual(caller)
    expect(() => verifyCaller(token, { ...options, now: later(35_000) })).toThrow('It has expired.')
  })

  it('is refused where it comes from the future', () => {
    const token = signCaller(caller, { ...options, now: later(5_001) })
    expect(() => verifyCaller(token, options)).toThrow('It comes from the future.')
  })

  it('is refused at another subgraph', () => {
    const token = signCaller(caller, { ...options, audience: 'tickets' })
    expect(() => verifyCaller(token, options)).toThrow('It was signed for somebody else.')
  })

  it('is refused where it was signed with another secret', () => {
    const token = signCaller(caller, { ...options, secret: 't'.repeat(32) })
    expect(() => verifyCaller(token, options)).toThrow('The signature is wrong.')
  })

  it('is refused where the content was changed under the signature', () => {
    const [body = '', mac = ''] = signCaller({ ...caller, identity: null }, options).split('.')
    const content: object = JSON.parse(Buffer.from(body, 'base64url').toString())
    const changed = Buffer.from(JSON.stringify({ ...content, caller })).toString('base64url')
    expect(() => verifyCaller(`${changed}.${mac}`, options)).toThrow('The signature is wrong.')
  })

  it.each(['', '.', 'x', 'x.', '.x', 'a.b.c', '{}', `${'x'.repeat(10_000)}.y`])('is refused where it is malformed: %.20s', (token) => {
    expect(() => verifyCaller(token, options)).toThrow(/malformed|wrong/)
  })

  it('is refused wherever it was cut off', () => {
    const token = signCaller(caller, options)
    for (let length = 0; length < token.length; length += 1) {
      expect(() => verifyCaller(token.slice(0, length), options)).toThrow(/malformed|wrong/)
    }
  })
})
