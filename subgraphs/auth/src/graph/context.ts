import type { Caller, Identity, SessionNotice } from '@mov-ticket/service-kit'
import type DataLoader from 'dataloader'
import type { User } from '../users/user.js'

/** What one request has. */
export interface Context {
  /** Who sent the request. */
  readonly caller: Caller
  /** Who sees the answer: the caller, until a field signs somebody in or out. */
  viewer: Identity
  /** Many references to users in one request cost one query. */
  readonly users: DataLoader<string, User | null>
  /** Tells the gateway what becomes of the browser's cookie. */
  readonly notify: (notice: SessionNotice) => void
}
