import { describe, expect, it } from 'vitest'
import { requireAdmin, requireUser } from './caller.js'
import type { Identity } from './caller.js'

const calls = (identity: Identity) => ({ identity, address: '192.0.2.1', userAgent: null })
const customer = { userId: 'u', sessionId: 's', role: 'CUSTOMER' } as const
const admin = { userId: 'a', sessionId: 's', role: 'ADMIN' } as const

describe('who may', () => {
  it('nobody who is not signed in', () => {
    expect(() => requireUser(calls(null))).toThrow(expect.objectContaining({ extensions: { code: 'UNAUTHENTICATED' } }))
    expect(() => requireAdmin(calls(null))).toThrow(expect.objectContaining({ extensions: { code: 'UNAUTHENTICATED' } }))
  })

  it('a customer what customers may', () => {
    expect(requireUser(calls(customer))).toBe(customer)
    expect(() => requireAdmin(calls(customer))).toThrow(expect.objectContaining({ extensions: { code: 'FORBIDDEN' } }))
  })

  it('an admin everything', () => {
    expect(requireAdmin(calls(admin))).toBe(admin)
  })
})
