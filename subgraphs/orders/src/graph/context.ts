import type { Caller } from '@mov-ticket/service-kit'
import type DataLoader from 'dataloader'
import type { Sales } from '../store/screening-sales.js'
import type { StoredOrder } from '../store/stored-order.js'

/** What one request has. */
export interface Context {
  readonly caller: Caller
  /** Many references to orders in one request cost one query. */
  readonly orders: DataLoader<string, StoredOrder | null>
  /** By screening: a list of screenings costs one query. */
  readonly sales: DataLoader<string, Sales>
}
