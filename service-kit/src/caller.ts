import { forbidden, unauthenticated } from './faults.js'

export type Role = 'CUSTOMER' | 'ADMIN'

export interface User {
  readonly userId: string
  readonly sessionId: string
  readonly role: Role
}

/** Null: nobody is signed in. */
export type Identity = User | null

/** Who a request comes from, as the gateway found out. */
export interface Caller {
  readonly identity: Identity
  /** The IP address of the client. */
  readonly address: string
  readonly userAgent: string | null
}

export function requireUser(caller: Caller): User {
  if (caller.identity === null) throw unauthenticated()
  return caller.identity
}

export function requireAdmin(caller: Caller): User {
  const user = requireUser(caller)
  if (user.role !== 'ADMIN') throw forbidden()
  return user
}
