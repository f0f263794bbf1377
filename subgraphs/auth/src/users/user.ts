import type { Role } from '@mov-ticket/service-kit'

export interface User {
  readonly id: string
  /** Normalised: two spellings of one address are one account. */
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly createdAt: Date
}

/** A user with what proves that it is them; never leaves the process. */
export interface Account {
  readonly user: User
  readonly passwordHash: string
}
